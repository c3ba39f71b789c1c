# SPDX-License-Identifier: Apache-2.0
# Where things are; read by the scripts of this folder. Each may be set in the environment.
#
#   WILDFLY_HOME    an unpacked WildFly 39; nothing is written there
#   SIGNALBOX_WAR   the WAR to deploy
#   SIGNALBOX_LIB   the jars of that WAR, for the launcher and for checking a file without a server
#   SIGNALBOX_BASE  the server's own folder: configuration, logins, data, logs

readonly ROOT=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)

WILDFLY_HOME=${WILDFLY_HOME:-$(printf '%s\n' "$ROOT"/target/wildfly-* | sort -V | tail -n 1)}
SIGNALBOX_WAR=${SIGNALBOX_WAR:-$ROOT/target/signalbox.war}
SIGNALBOX_LIB=${SIGNALBOX_LIB:-$ROOT/target/signalbox/WEB-INF/lib}
SIGNALBOX_BASE=${SIGNALBOX_BASE:-$ROOT/var}

fail() {
  echo "${0##*/}: $*" >&2
  exit 255
}

need_wildfly() {
  [ -f "$WILDFLY_HOME/jboss-modules.jar" ] ||
    fail "no WildFly in $WILDFLY_HOME: run 'mvn package' first, or set WILDFLY_HOME"
}

# A new folder begins with WildFly's own configuration; one that is there is the operator's.
prepare_base() {
  local file
  need_wildfly
  mkdir -p "$SIGNALBOX_BASE"/{configuration,deployments,lib} ||
    fail "cannot write to $SIGNALBOX_BASE: set SIGNALBOX_BASE"
  for file in "$WILDFLY_HOME"/standalone/configuration/*; do
    [ -e "$SIGNALBOX_BASE/configuration/${file##*/}" ] || cp -p "$file" "$SIGNALBOX_BASE/configuration/"
  done
}

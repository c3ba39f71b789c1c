# SPDX-License-Identifier: Apache-2.0
# Reads a command line of Kamailio; sourced by deployment/signalbox. What the configuration file can say
# too becomes a statement before or after that file; what a JVM has no use for is accepted and forgotten,
# so that an existing start script works.

config=$ROOT/deployment/signalbox.cfg
defines=()
check=
pidfile=
heap=
folder=
before=
after=

# Kamailio's own letters; a colon follows those that take a value
readonly LETTERS=':f:cm:M:dVIhEeb:B:l:L:n:vKrRDTN:W:w:t:u:g:P:G:SQ:O:a:A:x:X:Y:-:'

bad() {
  echo "$*" >&2
  exit 255
}

version() {
  local jar
  jar=$(basename "$SIGNALBOX_LIB"/signalbox-*.jar .jar)
  echo "version: signalbox ${jar#signalbox-} ($(uname -m)/linux) "
}

# The level rises with each -d, from Kamailio's 0
level=0
louder() {
  level=$((level + 1))
  after+="debug=$level"$'\n'
}

short_option() {
  case $option in
    f) config=$OPTARG ;;
    A) defines+=("$OPTARG") ;;
    c) check=-c ;;
    P) pidfile=$OPTARG ;;
    l) before+="listen=$OPTARG"$'\n' ;;
    L) before+="mpath=\"$OPTARG\""$'\n' ;;
    a) after+="auto_aliases=$OPTARG"$'\n' ;;
    n) number children; after+="children=$OPTARG"$'\n' ;;
    d) louder ;;
    w) folder=$OPTARG ;;
    m) number shmem; heap=$OPTARG ;;
    M) number pkgmem ;;
    v | V | I) version; exit 0 ;;
    h) usage; exit 0 ;;
    E) after+="log_stderror=yes"$'\n' ;;
    e) after+="log_color=yes"$'\n' ;;
    -) long_option "${OPTARG%%=*}" "${OPTARG#*=}" ;;
    :) bad "Option '-$OPTARG' requires an argument. Use -h for help." ;;
    '?') bad "Unknown option '-$OPTARG'. Use -h for help." ;;
    *) ;; # accepted, without effect
  esac
}

number() {
  [[ $OPTARG =~ ^[0-9]+$ ]] || bad "bad $1 size number: -$option $OPTARG"
}

long_option() { # name value
  case $1 in
    help) usage; exit 0 ;;
    version) version; exit 0 ;;
    alias | domain) before+="alias=$2"$'\n' ;;
    debug) after+="debug=$2"$'\n' ;;
    loadmodule) before+="loadmodule \"$2\""$'\n' ;;
    modparam) modparam "$2" ;;
    subst | substdef | substdefs) before+="#!$1 \"$2\""$'\n' ;;
    cfg-print) check=--cfg-print ;;
    log-engine) log_engine "$2" ;;
    all-errors | atexit | iuid | server-id) ;;
    *) bad "Unknown option '--$1'. Use -h for help." ;;
  esac
}

# type[:data]
log_engine() {
  after+="log_engine_type=\"${1%%:*}\""$'\n'
  [[ $1 != *:* ]] || after+="log_engine_data=\"${1#*:}\""$'\n'
}

# module:parameter:s|i:value
modparam() {
  local module name type value
  IFS=: read -r module name type value <<<"$1"
  case $type in
    s) value=\"$value\" ;;
    i) [[ $value =~ ^-?[0-9]+$ ]] || bad "bad number in --modparam=$1" ;;
    *) bad "--modparam needs module:parameter:s|i:value, and not $1" ;;
  esac
  after+="modparam(\"$module\", \"$name\", $value)"$'\n'
}

// SPDX-License-Identifier: Apache-2.0
package org.signalbox.library.tm;

import org.signalbox.module.ParameterValues;

/**
 * What the parameters of {@code tm} say, read once.
 *
 * @param trying whether t_relay answers an INVITE with 100 first
 * @param tryingReason the phrase of that 100
 * @param sixCancels whether a 6xx cancels the other branches
 * @param aggregateChallenges whether a 401 or 407 carries the challenges of all branches
 * @param remap503 whether a 503 from downstream goes on as 500
 * @param relay100 whether a 100 from downstream goes on
 * @param failureReplyMode which replies an attempt of a failure route forgets: 0 to 3
 * @param fakedReplyPriority how much worse a timeout is than a reply with its code
 * @param unmatchedCancel 0 statefully on, 1 statelessly on, 2 dropped
 * @param cancelBranches branches without a provisional: 0 dropped, 1 cancelled later, 2 at once
 * @param localReason whether CANCELs of this server say why
 * @param passedReason whether CANCELs carry the Reason of the CANCEL that came
 * @param timeoutCode the code of a timeout
 * @param timeoutReason its phrase
 * @param blame which failures keep others from sending to the same address
 * @param richRedirect what a redirect's Contact carries: 1 its flags, 2 its path
 */
record TmSettings(
    boolean trying,
    String tryingReason,
    boolean sixCancels,
    boolean aggregateChallenges,
    boolean remap503,
    boolean relay100,
    int failureReplyMode,
    int fakedReplyPriority,
    int unmatchedCancel,
    int cancelBranches,
    boolean localReason,
    boolean passedReason,
    int timeoutCode,
    String timeoutReason,
    Blame blame,
    int richRedirect) {

  static TmSettings of(ParameterValues values) {
    return new TmSettings(
        values.value(TmParameters.AUTO_INV_100),
        values.value(TmParameters.AUTO_INV_100_REASON),
        values.value(TmParameters.DISABLE_6XX_BLOCK) == 0,
        values.value(TmParameters.AGGREGATE_CHALLENGES) != 0,
        values.value(TmParameters.REMAP_503_500) != 0,
        values.value(TmParameters.RELAY_100) != 0,
        values.value(TmParameters.FAILURE_REPLY_MODE).intValue(),
        values.value(TmParameters.FAKED_REPLY_PRIO).intValue(),
        values.value(TmParameters.UNMATCHED_CANCEL).intValue(),
        values.value(TmParameters.CANCEL_B_METHOD).intValue(),
        values.value(TmParameters.LOCAL_CANCEL_REASON) != 0,
        values.value(TmParameters.E2E_CANCEL_REASON) != 0,
        values.value(TmParameters.REPLY_408_CODE).intValue(),
        values.value(TmParameters.REPLY_408_REASON),
        blame(values),
        values.value(TmParameters.RICH_REDIRECT).intValue());
  }

  private static Blame blame(ParameterValues values) {
    return new Blame(
        values.value(TmParameters.BLST_METHODS_ADD),
        values.value(TmParameters.BLST_503) != 0,
        values.value(TmParameters.BLST_503_DEF_TIMEOUT),
        values.value(TmParameters.BLST_503_MIN_TIMEOUT),
        values.value(TmParameters.BLST_503_MAX_TIMEOUT));
  }
}

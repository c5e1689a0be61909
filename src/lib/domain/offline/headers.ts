/** Whose session an answer was made for; on a request, whose it must be. */
export const LEARNER_HEADER = 'x-readout-learner';
/** Said where there is no session. */
export const NOBODY = 'nobody';

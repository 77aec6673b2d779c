/** Where a site may be served, in the configuration and on the command line. */
export const sitePath = {
  pattern: /^\/([\w.~-]+\/)*$/,
  expected: "a path that starts and ends with / such as /metrics/",
};

// What is used of the packages of the browser tests, which need not be installed to be checked against.
// Knows names and types, nothing of policies.

declare module "csp_evaluator" {
  type Csp = object;
  interface Finding {
    severity: number;
    directive: string;
    description: string;
  }
  class CspEvaluator {
    constructor(csp: Csp);
    evaluate(): Finding[];
  }
}

declare module "csp_evaluator/dist/parser" {
  import type { Csp } from "csp_evaluator";
  class CspParser {
    csp: Csp;
    constructor(policy: string);
  }
}

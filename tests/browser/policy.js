// What csp_evaluator finds in the policy given as an argument, as JSON: [[severity, directive, description], …].
// Severities are its own: 10 is high, 20 bad syntax, 30 medium, 40 and more perhaps something. Knows no policy of ours.
const { CspEvaluator } = require("csp_evaluator");
const { CspParser } = require("csp_evaluator/dist/parser");

const { csp } = new CspParser(process.argv[2] || "");
const findings = new CspEvaluator(csp).evaluate();
console.log(JSON.stringify(findings.map((it) => [it.severity, it.directive, it.description])));

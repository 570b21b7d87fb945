// What is refused by reading the parsed scene, before it runs.

import { problem } from "./problems.mjs";

const FUNCTIONS = {
  RANDOM: "random",
  SEED_RANDOM: "random",
  LIST_RANDOM: "random",
  TURNS: "turns",
  TURNS_SINCE: "turns",
  READ_COUNT: "visit_count",
  CHOICE_COUNT: "number",
};
const FOR_NUMBERS = new Set(["INT", "FLOOR", "CEILING", "FLOAT", "POW", "MIN", "MAX"]);
const TRUTH_OPERATORS = new Set(["&&", "and", "||", "or", "==", "!="]);
const SHUFFLE = 4;

/** Every object of the parsed scene, in document order. */
export function* walk(object) {
  yield object;
  for (const child of object.content ?? []) yield* walk(child);
}

export function fileAndLine(object, file) {
  const place = object.debugMetadata;
  return { file: place?.fileName ?? file, line: place?.startLineNumber ?? 1 };
}

/** All mistakes that the text alone shows. */
export function staticProblems(story, file) {
  const problems = [];
  for (const object of walk(story)) {
    const code = refusalOf(object);
    if (code !== null) problems.push(problem(code, fileAndLine(object, file)));
  }
  for (const name of story.externals?.keys?.() ?? []) {
    problems.push(problem("external", { ...fileAndLine(story.externals.get(name), file) }));
  }
  return [...problems, ...secondVotes(story, file)];
}

function refusalOf(object) {
  switch (object.typeName) {
    case "FunctionCall":
      return refusalOfCall(object.name);
    case "Sequence":
      return object.sequenceType & SHUFFLE ? "random" : null;
    case "Number":
      return object.subtype === "bool" ? null : "number";
    case "IncDecExpression":
      return "number";
    case "BinaryExpression":
      return TRUTH_OPERATORS.has(object.opName) ? null : "number";
    case "ref":
    case "VariableReference":
      return object.runtimeVarRef?.pathForCount ? "visit_count" : null;
    case "LIST":
    case "List":
    case "ListDefinition":
      return "list";
    case "VAR":
      return isTruth(object.expression) ? null : "flag";
    case "Divert":
      return object.isThread ? "thread" : null;
    case "EXTERNAL":
      return "external";
    default:
      return null;
  }
}

function refusalOfCall(name) {
  if (name in FUNCTIONS) return FUNCTIONS[name];
  if (name.startsWith("LIST_")) return "list";
  return FOR_NUMBERS.has(name) ? "number" : null;
}

function isTruth(expression) {
  return expression?.typeName === "Number" && expression.subtype === "bool";
}

/** One choice point a knot: no choice under another, none after a gather that follows a choice. */
function* secondVotes(story, file) {
  const flows = new Map();
  for (const object of walk(story)) {
    if (object.typeName !== "Choice" && object.typeName !== "Gather") continue;
    const flow = flowOf(object);
    const seen = flows.get(flow) ?? { choices: 0, gathered: false };
    flows.set(flow, seen);
    if (object.typeName === "Gather") {
      seen.gathered ||= seen.choices > 0;
    } else if (!object.isInvisibleDefault) {
      seen.choices += 1;
      if (object.indentationDepth > 1 || seen.gathered) yield problem("second_vote", fileAndLine(object, file));
    }
  }
}

function flowOf(object) {
  let flow = object.parent;
  while (flow !== null && flow.iamFlowbase === undefined) flow = flow.parent;
  return flow;
}

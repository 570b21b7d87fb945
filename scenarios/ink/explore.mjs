// Plays a compiled scene in every way it can be played, and keeps what it says as a plain graph.

import { fileAndLine, walk } from "./checks.mjs";
import { merged } from "./merge.mjs";
import { Refused, problem, problemOfMessage } from "./problems.mjs";

const MOST_NODES = 2000;
const MOST_FLAGS = 8;
const MOST_LINES = 200;
const PATIENCE_MS = 2000;
const NOT_SET = "not set";
const SEQUENCE = { stopping: 1, cycle: 2 };
const PASSING = new Set(["threadIndex", "threadCounter", "originalThreadIndex", "previousContentObject", "index", "tags"]);

/**
 * Plays one scene; `explore` returns {flags: {name: default}, reads: [name], start: [node], nodes: [node]}.
 * `start` has one node for each combination of the flags read; the first flag is the lowest bit.
 */
export class Explorer {
  constructor(story, parsed, file) {
    Object.assign(this, { story, parsed, file, nodes: [], keys: new Map(), waiting: [], errors: [] });
    this.flags = flagsDeclared(parsed);
    this.reads = flagsRead(parsed).filter((name) => this.flags.includes(name));
    this.defaults = new Map(this.flags.map((name) => [name, story.variablesState.$(name)]));
    this.knots = knotsOf(parsed, file);
    this.counters = countersOf(parsed);
    story.onError = (message) => this.errors.push(message);
  }

  explore() {
    if (this.reads.length > MOST_FLAGS) throw new Refused([problem("too_many_flags", { file: this.file, line: 1 })]);
    const start = combinations(this.reads).map((flags) => this.enter(flags));
    while (this.waiting.length > 0) this.follow(this.waiting.shift());
    this.refuseDeadLoops();
    const flags = Object.fromEntries(this.flags.map((name) => [name, this.defaults.get(name)]));
    return { flags, reads: this.reads, ...merged(start, this.nodes) };
  }

  enter(flags) {
    this.story.ResetState();
    for (const [name, value] of flags) this.story.variablesState.$(name, value);
    return this.settle("start");
  }

  follow({ node, saved }) {
    for (const [index, choice] of node.choices.entries()) {
      this.story.state.LoadJson(saved);
      this.story.ChooseChoiceIndex(index);
      choice.target = this.settle(node.knot);
    }
  }

  /** Plays up to the next vote or the end; returns the node's number, a known one when nothing differs. */
  settle(from) {
    const before = this.markFlags();
    const { lines, knot } = this.readLines(from);
    const sets = this.setSince(before);
    const choices = this.story.currentChoices.map((choice) => ({ text: choice.text.trim(), target: null }));
    const place = choices.length > 0 ? this.knotOfPath(this.story.currentChoices[0].sourcePath) : knot;
    if (choices.some((choice) => choice.text === "")) throw this.refusal("empty_choice", place);
    const key = JSON.stringify([lines, sets, place, choices.length > 0 ? this.stateKey() : null]);
    return this.keys.get(key) ?? this.keep(key, { lines, choices, sets, knot: place });
  }

  keep(key, node) {
    if (this.nodes.length >= MOST_NODES) throw this.refusal("too_many_nodes", node.knot);
    const number = this.nodes.push(node) - 1;
    this.keys.set(key, number);
    this.waiting.push({ node, saved: this.story.state.toJson() });
    return number;
  }

  readLines(from) {
    const lines = [];
    let knot = from;
    while (this.story.canContinue) {
      this.story.ContinueAsync(PATIENCE_MS);
      if (!this.story.asyncContinueComplete) knot = this.knotOfPath(this.story.state.currentPathString ?? knot);
      if (!this.story.asyncContinueComplete || lines.length > MOST_LINES) throw this.refusal("silent_loop", knot);
      knot = this.knotOfText() ?? knot;
      const text = this.story.currentText.trim();
      if (text !== "") lines.push(text);
      this.refuseErrors();
    }
    this.refuseErrors();
    return { lines, knot };
  }

  refuseErrors() {
    if (this.errors.length === 0) return;
    throw new Refused(this.errors.map((message) => problemOfMessage(message, "loose_end", this.file)));
  }

  /** Flags that no condition reads are marked, so that a setting to the value they already had is seen too. */
  markFlags() {
    const state = this.story.variablesState;
    for (const name of this.flags) if (!this.reads.includes(name)) state.$(name, NOT_SET);
    return new Map(this.flags.map((name) => [name, state.$(name)]));
  }

  setSince(before) {
    const state = this.story.variablesState;
    return this.flags.filter((name) => state.$(name) !== before.get(name)).map((name) => [name, state.$(name)]);
  }

  /** What decides everything that can follow: place, temporaries, flags read, exhausted choices and sequences. */
  stateKey() {
    const { flows, visitCounts } = JSON.parse(this.story.state.toJson());
    const flow = Object.values(flows)[0];
    const visits = Object.entries(visitCounts)
      .filter(([path]) => this.counters.has(path))
      .map(([path, count]) => [path, this.counters.get(path)(count)]);
    const values = this.reads.map((name) => this.story.variablesState.$(name));
    const places = [flow.callstack, Object.values(flow.choiceThreads ?? {}), flow.currentChoices];
    return JSON.stringify([places, visits.sort(), values], (key, value) => (PASSING.has(key) ? undefined : value));
  }

  /** A vote from which no end can be reached would hold the group for ever. */
  refuseDeadLoops() {
    const ending = new Set(this.nodes.flatMap((node, number) => (node.choices.length === 0 ? [number] : [])));
    for (let grown = -1; grown !== ending.size; ) {
      grown = ending.size;
      for (const [number, node] of this.nodes.entries()) {
        if (node.choices.some((choice) => ending.has(choice.target))) ending.add(number);
      }
    }
    const stuck = this.nodes.filter((_, number) => !ending.has(number)).map((node) => node.knot);
    if (stuck.length > 0) throw new Refused([...new Set(stuck)].map((knot) => this.refusal("no_way_out", knot).problems[0]));
  }

  refusal(code, knot) {
    return new Refused([problem(code, { ...(this.knots.get(knot) ?? { file: this.file, line: 1 }), knot })]);
  }

  knotOfPath(path) {
    const [knot, stitch] = path.split(".");
    return [`${knot}.${stitch}`, knot].find((name) => this.knots.has(name)) ?? "start";
  }

  /** The knot of the last words said: the nearest one above their line. */
  knotOfText() {
    const places = this.story.state.outputStream.map((object) => object.debugMetadata).filter((place) => place);
    const last = places.at(-1);
    if (last === undefined) return null;
    let found = "start";
    for (const [name, { file, line }] of this.knots) {
      if (file === (last.fileName ?? this.file) && line <= last.startLineNumber) found = name;
    }
    return found;
  }
}

function flagsDeclared(parsed) {
  return [...walk(parsed)].filter((object) => object.typeName === "VAR").map((object) => object.variableName).sort();
}

function flagsRead(parsed) {
  const names = [...walk(parsed)].filter((object) => object.runtimeVarRef).map((object) => object.name);
  return [...new Set(names)].sort();
}

function combinations(names) {
  return Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.map((name, place) => [name, Boolean((bits >> place) & 1)]),
  );
}

function knotsOf(parsed, file) {
  const knots = new Map();
  for (const object of walk(parsed)) {
    if (object.iamFlowbase === undefined || object.identifier == null || object.isFunction) continue;
    const inKnot = object.parent?.iamFlowbase !== undefined && object.parent.identifier != null;
    const name = inKnot ? `${object.parent.identifier.name}.${object.identifier.name}` : object.identifier.name;
    knots.set(name, fileAndLine(object, file));
  }
  return new Map([...knots].sort(([, a], [, b]) => a.line - b.line));
}

/** How far a visit count matters, per counted container: once for a choice, its length for a sequence. */
function countersOf(parsed) {
  const counters = new Map();
  for (const object of walk(parsed)) {
    if (object.typeName === "Choice" && object.onceOnly) {
      counters.set(object.containerForCounting.path.toString(), (count) => Math.min(count, 1));
    }
    if (object.typeName === "Sequence") counters.set(object.runtimeObject.path.toString(), counterOf(object));
  }
  return counters;
}

function counterOf({ sequenceType, sequenceElements }) {
  const length = sequenceElements.length;
  if (sequenceType & SEQUENCE.cycle) return (count) => count % length;
  return (count) => Math.min(count, length);
}

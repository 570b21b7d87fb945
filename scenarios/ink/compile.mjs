// node compile.mjs SCENE.ink: writes {graph} or {problems} as one line of JSON; leaves with 0 or 1.

import { readFileSync } from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { createHash } from "node:crypto";
import inkjs from "inkjs/compiler/Compiler";

import { staticProblems } from "./checks.mjs";
import { Explorer } from "./explore.mjs";
import { Refused, inOrder, problem, problemOfMessage } from "./problems.mjs";

/** Reads a scene and what it includes, never outside the scene's folder, and remembers each file's SHA-256. */
class Sources {
  constructor(path) {
    this.folder = dirname(resolve(path));
    this.hashes = {};
  }

  ResolveInkFilename = (name) => resolve(this.folder, name);

  LoadInkFileContents = (path) => {
    const name = relative(this.folder, path).split(sep).join("/");
    if (name.startsWith("..")) throw new Error(`${name} is outside the scene's folder`);
    const bytes = readFileSync(path);
    this.hashes[name] = createHash("sha256").update(bytes).digest("hex");
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  };
}

function compile(path) {
  const sources = new Sources(path);
  const file = basename(path);
  const text = readSource(sources, path, file);
  const said = [];
  const options = new inkjs.CompilerOptions(file, [], false, (message, type) => said.push([message, type]), sources);
  const compiler = new inkjs.Compiler(text, options);
  const story = compiledOrNull(compiler);
  const spoken = said.filter(([, type]) => type !== 0).map(([message, type]) => spokenProblem(message, type, file));
  const seen = compiler._parsedStory === null ? [] : staticProblems(compiler.parsedStory, file);
  if (seen.length + spoken.length > 0) throw new Refused([...seen, ...spoken]);
  return { ...new Explorer(story, compiler.parsedStory, file).explore(), sources: sources.hashes };
}

function readSource(sources, path, file) {
  try {
    return sources.LoadInkFileContents(resolve(path));
  } catch (error) {
    throw new Refused([problem("unreadable", { file, line: 1, detail: error.message })]);
  }
}

function compiledOrNull(compiler) {
  try {
    return compiler.Compile();
  } catch (error) {
    if (compiler.errors.length === 0) throw error;
    return null;
  }
}

function spokenProblem(message, type, file) {
  return problemOfMessage(message, type === 1 ? "loose_end" : "syntax", file);
}

try {
  process.stdout.write(JSON.stringify({ graph: compile(process.argv[2]) }));
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stdout.write(JSON.stringify({ problems: inOrder(error.problems) }));
  process.exitCode = 1;
}

// What a scene may not do, said to its author in French and in English.

const SENTENCES = {
  syntax: ["Ink ne comprend pas cette ligne.", "Ink does not understand this line."],
  loose_end: [
    "L'histoire s'arrête ici sans fin. Ajoutez « -> END » ou une flèche vers la suite.",
    "The story stops here without an end. Add '-> END' or a divert to what follows.",
  ],
  random: [
    "Le hasard n'est pas permis : deux groupes doivent pouvoir rejouer la même scène. Utilisez un choix ou un drapeau.",
    "Chance is not allowed: a scene must replay the same. Use a choice or a flag.",
  ],
  turns: [
    "Compter les tours n'est pas permis. Utilisez un drapeau vrai ou faux.",
    "Counting turns is not allowed. Use a true or false flag.",
  ],
  visit_count: [
    "Compter les passages dans une condition n'est pas permis. Déclarez un drapeau et mettez-le à true au passage.",
    "Visit counts in conditions are not allowed. Declare a flag and set it to true on the way.",
  ],
  number: [
    "Les nombres ne sont pas permis : un drapeau est vrai ou faux. Remplacez le calcul par un ou plusieurs drapeaux.",
    "Numbers are not allowed: a flag is true or false. Replace the sum by one or more flags.",
  ],
  list: ["Les listes ne sont pas permises. Utilisez des drapeaux.", "Lists are not allowed. Use flags."],
  flag: [
    "Un drapeau se déclare « VAR nom = false » ou « VAR nom = true ».",
    "A flag is declared 'VAR name = false' or 'VAR name = true'.",
  ],
  thread: [
    "Les fils « <- » ne sont pas permis. Écrivez les choix dans ce nœud.",
    "Threads '<-' are not allowed. Write the choices in this knot.",
  ],
  external: [
    "Les fonctions externes ne sont pas permises. Utilisez un drapeau que le jeu met à jour.",
    "External functions are not allowed. Use a flag that the game sets.",
  ],
  second_vote: [
    "Ce nœud pose déjà un choix : un nœud, un vote. Mettez ce choix dans un autre nœud (=== nom ===).",
    "This knot already has a choice point: one knot, one vote. Move this choice to another knot (=== name ===).",
  ],
  silent_loop: [
    "La scène tourne en rond ici sans rien demander au groupe. Coupez la boucle par un choix ou par « -> END ».",
    "The scene loops here without asking the group anything. Cut the loop with a choice or '-> END'.",
  ],
  no_way_out: [
    "De ce nœud, aucun choix ne mène à la fin de la scène. Ajoutez un chemin vers « -> END ».",
    "No choice from this knot leads to the end of the scene. Add a path to '-> END'.",
  ],
  empty_choice: ["Ce nœud propose un choix sans texte.", "This knot offers a choice without text."],
  too_many_nodes: [
    "La scène dépasse 2 000 étapes autour de ce nœud. Coupez-la en deux, ou lisez moins de drapeaux.",
    "The scene passes 2,000 nodes around this knot. Split it in two, or read fewer flags.",
  ],
  too_many_flags: [
    "La scène lit plus de 8 drapeaux. Coupez-la en deux.",
    "The scene reads more than 8 flags. Split it in two.",
  ],
  unreadable: ["Ce fichier ne peut pas être lu.", "This file cannot be read."],
};

/** One or more mistakes of an author; `problems` are {file, line, code, knot, french, english}. */
export class Refused extends Error {
  constructor(problems) {
    super("scene refused");
    this.problems = problems;
  }
}

export function problem(code, { file, line, knot = null, detail = "" }) {
  const [french, english] = SENTENCES[code];
  const named = knot === null ? "" : ` (${knot})`;
  const said = detail === "" ? "" : ` Ink : ${detail}`;
  return { file, line, code, knot, french: french + named + said, english: english + named + said };
}

/** From "ERROR: 'scene.ink' line 3: words" to a problem of `code`. */
export function problemOfMessage(message, code, fallbackFile) {
  const found = /^(?:RUNTIME )?[A-Z]+:\s*(?:'([^']*)'\s*)?line (\d+):\s*(.*)$/s.exec(message);
  if (found === null) return problem(code, { file: fallbackFile, line: 1, detail: message });
  const [, file, line, detail] = found;
  return problem(code, { file: file ?? fallbackFile, line: Number(line), detail: detail.trim() });
}

/** One problem a line, in the order of the text; a number in a refused call or count says less than the call. */
export function inOrder(problems) {
  const first = new Map();
  for (const one of problems) {
    const place = `${one.file}:${one.line}`;
    if ((first.get(place)?.code ?? "number") === "number") first.set(place, one);
  }
  return [...first.values()].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
}

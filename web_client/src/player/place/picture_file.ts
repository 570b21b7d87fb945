/** A picture of this page as an image to keep: drawn on the phone, sent nowhere. */

const LOOKS = ['fill', 'stroke', 'stroke-width', 'stroke-linejoin', 'opacity'] as const;
const SCALE = 4;

/** The picture as PNG, on the ground of the page; raises where the phone cannot draw it. */
export async function pngOf(svg: SVGSVGElement): Promise<Blob> {
  const box = svg.viewBox.baseVal;
  const image = new Image(box.width, box.height);
  image.src = `data:image/svg+xml,${encodeURIComponent(standing(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [box.width * SCALE, box.height * SCALE];
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('no canvas on this phone');
  pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--ciel');
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((file) => (file ? resolve(file) : reject(new Error('no image'))), 'image/png'),
  );
}

/** Offers the file to the phone's own memory. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  [link.href, link.download] = [address, name];
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The picture on its own: what styles gave it is written on it. */
function standing(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg, copy].map((one) => [...one.querySelectorAll<SVGElement>('*')]) as [
    SVGElement[],
    SVGElement[],
  ];
  from.forEach((element, index) => dress(element, to[index] as SVGElement));
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width * SCALE));
  copy.setAttribute('height', String(height * SCALE));
  return new XMLSerializer().serializeToString(copy);
}

function dress(element: SVGElement, copy: SVGElement): void {
  const style = getComputedStyle(element);
  for (const look of LOOKS) copy.setAttribute(look, ofThisFile(style.getPropertyValue(look)));
  if (element.tagName === 'stop') copy.setAttribute('stop-color', style.getPropertyValue('stop-color'));
}

/** `url("https://…#id")` is written `url(#id)`: the picture refers to itself. */
function ofThisFile(value: string): string {
  return value.replace(/url\("?[^"#)]*#([^")]+)"?\)/, 'url(#$1)');
}

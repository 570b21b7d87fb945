/** A photo on its way: made small on the phone, where what is hidden in the file already stays. */
import { ask, type Answered } from '@kit/requests';

export interface MyPhoto {
  id: string;
  mission: string;
  /** Why another one is asked for; null while it waits. */
  sentence: string | null;
}

const LONGEST_SIDE = 1280;
const QUALITY = 0.85;
const UNREACHABLE = 'Pas de réseau. Ta photo est toujours là : renvoie-la dans un instant.';

/** The picture at most 1280 px wide and high; the file itself on a phone that cannot draw it. */
export async function madeSmall(file: Blob): Promise<Blob> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
    return small ?? file;
  } catch {
    return file;
  }
}

/** Sends it; the sentence of the refusal, or nothing. */
export async function sent(seat: string, mission: string, photo: Blob): Promise<string> {
  const path = `/api/seats/${seat}/photos?mission=${encodeURIComponent(mission)}`;
  try {
    const answer = await fetch(path, { method: 'POST', credentials: 'same-origin', body: photo });
    if (answer.ok) return '';
    const told = (await answer.json()) as { sentence?: unknown };
    return typeof told.sentence === 'string' ? told.sentence : UNREACHABLE;
  } catch {
    return UNREACHABLE;
  }
}

export function myPhotos(seat: string): Promise<Answered<MyPhoto[]>> {
  return ask('GET', `/api/seats/${seat}/photos`);
}

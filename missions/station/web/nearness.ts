/** How far this phone is from a place. The position is compared here, and goes nowhere. */
import type { Position } from './view';

const EARTH_M = 6_371_000;
/** Seconds that a phone may take to find itself, and how old a position may be. */
const PATIENCE = 20_000;
const FRESH = 30_000;

/** Metres still to go before one is near enough: 0 there, null when this phone says nothing. */
export function metresLeft(place: Position): Promise<number | null> {
  if (!globalThis.isSecureContext || !('geolocation' in navigator)) return Promise.resolve(null);
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve(left(place, coords)),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: FRESH },
    );
  });
}

/** A phone that knows itself to 40 m is believed to 40 m, and never further than the place is wide. */
export function left(
  place: Position,
  here: { readonly latitude: number; readonly longitude: number; readonly accuracy: number },
): number {
  const slack = Math.min(here.accuracy, place.radius_m);
  return Math.max(0, Math.round(metres(place.lat, place.lon, here.latitude, here.longitude) - place.radius_m - slack));
}

function metres(lat: number, lon: number, otherLat: number, otherLon: number): number {
  const rad = Math.PI / 180;
  const north = Math.sin(((otherLat - lat) * rad) / 2);
  const east = Math.sin(((otherLon - lon) * rad) / 2);
  const square = north * north + Math.cos(lat * rad) * Math.cos(otherLat * rad) * east * east;
  return 2 * EARTH_M * Math.asin(Math.sqrt(square));
}

/** Private values that wait for the network on this phone, by seat. */

export type Values = Readonly<Record<string, unknown>>;

const keyOf = (seat: string) => `eclats-pending-${seat}`;

export function pendingValues(seat: string): Values {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(seat)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Values) : {};
  } catch {
    return {};
  }
}

/** Later values take the place of earlier ones of the same name. */
export function keepPending(seat: string, values: Values): void {
  store(seat, { ...pendingValues(seat), ...values });
}

/** Forgets those that were sent; what changed meanwhile stays. */
export function forgetPending(seat: string, sent: Values): void {
  const left = Object.entries(pendingValues(seat)).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(sent[key]),
  );
  store(seat, Object.fromEntries(left));
}

function store(seat: string, values: Values): void {
  try {
    if (Object.keys(values).length === 0) localStorage.removeItem(keyOf(seat));
    else localStorage.setItem(keyOf(seat), JSON.stringify(values));
  } catch {
    return;
  }
}

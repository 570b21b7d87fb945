/** What may stand beside the list, instead of the summary of a group. */
export type Panel =
  | { readonly show: 'call'; readonly call: string }
  | { readonly show: 'photo'; readonly group: string; readonly photo: string | null }
  | { readonly show: 'message'; readonly to: 'all' };

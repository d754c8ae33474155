/** Who must not be called or told, and why. */

import { coded, t } from '../core/i18n';
import type { Callee, Card } from '../core/types';

/** In sentences, those that anybody must know before they dial. Who has only not agreed is said of with the numbers. */
export const restrictions = (card: Card): string[] =>
  card.callees.filter((callee) => callee.whyNot !== 'NO_CONSENT').map(restriction).filter(Boolean);

function restriction(callee: Callee): string {
  const who = callee.relation ? `${callee.name} (${coded('relation', callee.relation)})` : callee.name;
  const roster = callee.restriction ? coded('restriction', callee.restriction) : '';
  if (callee.whyNot) return [t(`barred.${callee.whyNot.toLowerCase()}`, { who }), roster].filter(Boolean).join(' ');
  return roster ? `${who}: ${roster}` : '';
}

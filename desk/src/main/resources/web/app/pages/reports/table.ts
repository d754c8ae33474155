/** A report's numbers as a table: what a chart beside it shows, and more. */

import { html, nothing, type TemplateResult } from 'lit';

export type Cell = string | TemplateResult;

export interface Row {
  of: Cell;
  cells: Cell[];
  isTotal?: boolean;
}

interface Looks {
  /** How many of the heads after the first are no figures. */
  words?: number;
  /** Whether each row is a list of its own on a phone: there is more of it than fits beside each other. */
  stacks?: boolean;
}

/** @param heads the first is of what stands at the beginning of each row */
export function table(caption: string, heads: string[], rows: Row[], { words = 0, stacks = false }: Looks = {}): TemplateResult {
  const kind = (at: number): string | typeof nothing => (at >= words ? 'figure' : nothing);
  return html`<div class="scroll report-table" tabindex="0" role="region" aria-label=${caption}>
    <table class=${stacks ? 'stack' : nothing}>
      <caption>${caption}</caption>
      <thead>
        <tr>
          ${heads.map((head, at) => html`<th scope="col" class=${at === 0 ? nothing : kind(at - 1)}>${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr class=${row.isTotal ? 'total' : nothing}>
            <th scope="row"><bdi>${row.of}</bdi></th>
            ${row.cells.map((cell, at) => html`<td class=${kind(at)} data-label=${stacks ? heads[at + 1] : nothing}>${cell}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** What many families have in common today, and how many: a late bus with sixty students. */

import { html, nothing, type TemplateResult } from 'lit';
import { get } from '../core/api';
import { coded, t } from '../core/i18n';
import { Looking } from '../core/looking';
import { store } from '../core/store';
import { time } from '../core/time';

export interface Note {
  noteId: string;
  reason: string;
  text: string;
  writtenBy: string;
  writtenAt: string;
  studentIds: string[];
  version: number;
}

class GroupNotes extends Looking {
  static override properties = { notes: { state: true } };
  declare notes: Note[];

  constructor() {
    super();
    this.notes = [];
  }

  protected forget(): void {
    this.notes = [];
  }

  protected async look(): Promise<void> {
    const { school, day } = store;
    const found = await get<{ items: Note[] }>('/api/outreach/v1/group-notes', { school, day }).catch(() => null);
    if (found && school === store.school && day === store.day) this.notes = found.items;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.notes.length === 0) return nothing;
    return html`<h2 id="group-notes-title">${t('note.today')}</h2>
      <ul class="plain" aria-labelledby="group-notes-title">
        ${this.notes.map(
          (each) =>
            html`<li>
              <strong dir="auto">${each.text}</strong>: ${t('students', { n: each.studentIds.length })}
              <small>${coded('group', each.reason)} · ${each.writtenBy}, ${time(each.writtenAt)}</small>
            </li>`,
        )}
      </ul>`;
  }
}

customElements.define('group-notes', GroupNotes);

/** Who saw and did what: of one credential, one address, or of everybody who was refused. */

import { html, nothing, type TemplateResult } from 'lit';
import { Problem, get } from '../core/api';
import { DeskElement } from '../core/element';
import { coded, t } from '../core/i18n';
import { moment } from '../core/time';

interface Row {
  at: string;
  action: string;
  outcome: string;
  status?: number;
  operation?: string;
  credential: string;
  subject?: string;
  roles: string[];
  address?: string;
  about?: string;
  schools: string[];
  students: string[];
}

const SERVICES = ['outreach', 'ingest', 'entry', 'reports'];

class DeskAudit extends DeskElement {
  static override properties = { rows: { state: true }, message: { state: true }, next: { state: true } };
  declare rows: Row[] | null;
  declare message: string;
  declare next: string;
  private asked: { service: string; query: Record<string, string> } = { service: 'outreach', query: {} };

  constructor() {
    super();
    this.rows = null;
    this.message = '';
    this.next = '';
  }

  override render(): TemplateResult {
    return html`<div class="page">
      <h1>${t('page.audit')}</h1>
      <p class="lead">${t('audit.what')}</p>
      <form class="panel row" @submit=${this.search}>
        <label>${t('audit.service')}
          <select name="service">${SERVICES.map((each) => html`<option value=${each}>${t(`service.${each}`)}</option>`)}</select></label>
        <label>${t('audit.subject')} <input name="subject" maxlength="200" autocomplete="off" /></label>
        <label>${t('audit.address')} <input name="address" maxlength="45" autocomplete="off" /></label>
        <label class="check"><input type="checkbox" name="refused" /> ${t('audit.refused')}</label>
        <button class="button">${t('find.search')}</button>
      </form>
      <div role="status">
        ${this.message ? html`<p class="notice">${this.message}</p>` : nothing}
        ${this.rows ? html`<p>${t('audit.count', { n: this.rows.length })}</p>` : nothing}
      </div>
      ${this.rows && this.rows.length > 0
        ? html`<div class="scroll" tabindex="0" role="region" aria-label=${t('page.audit')}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">${t('audit.at')}</th>
                    <th scope="col">${t('audit.who')}</th>
                    <th scope="col">${t('audit.did')}</th>
                    <th scope="col">${t('audit.outcome')}</th>
                    <th scope="col">${t('people.schools')}</th>
                    <th scope="col">${t('audit.students')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${this.rows.map(
                    (row) =>
                      html`<tr>
                        <td>${moment(row.at)}</td>
                        <td>${row.subject ?? coded('credential', row.credential)}<br /><small>${row.address}</small></td>
                        <td><code>${row.operation ?? coded('action', row.action)}</code></td>
                        <td>${coded('outcome', row.outcome)}${row.status ? html` <small>${row.status}</small>` : nothing}</td>
                        <td>${row.schools.join(', ')}</td>
                        <td class="figure">${row.students.length}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            ${this.next ? html`<p><button class="button quiet" @click=${this.more}>${t('audit.more')}</button></p>` : nothing}`
        : nothing}
    </div>`;
  }

  private readonly search = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(data.get(name) ?? '').trim();
    const query: Record<string, string> = { subject: text('subject'), address: text('address') };
    if (data.get('refused')) query.outcome = 'REFUSED';
    if (!query.subject && !query.address && !query.outcome) {
      this.message = t('audit.one');
      return;
    }
    this.asked = { service: text('service'), query };
    this.rows = null;
    await this.read('');
  };

  private readonly more = (): Promise<void> => this.read(this.next);

  private async read(cursor: string): Promise<void> {
    try {
      const page = await get<{ items: Row[]; nextCursor?: string }>(`/api/${this.asked.service}/v1/audit`, {
        ...this.asked.query,
        limit: 100,
        cursor,
      });
      this.rows = [...(this.rows ?? []), ...page.items];
      this.next = page.nextCursor ?? '';
      this.message = '';
    } catch (fault) {
      this.message = fault instanceof Problem ? fault.detail : t('trouble.notDone');
    }
  }
}

customElements.define('desk-audit', DeskAudit);

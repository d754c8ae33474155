/** Where a file is dropped or chosen. */

import { html, type TemplateResult } from 'lit';

/**
 * Says which file it is, once.
 *
 * @param chosen told of every file that is chosen, also of the same once more
 */
export const fileField = (words: string, accept: string, hint: string, chosen: (file: File) => void): TemplateResult =>
  html`<label
      >${words}
      <input
        type="file"
        accept=${accept}
        aria-describedby="file-hint"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const file = input.files?.[0];
          // What is read while the field is emptied stays readable: the file is the page's by now.
          input.value = '';
          if (file) chosen(file);
        }}
    /></label>
    <p id="file-hint" class="hint">${hint}</p>`;

/** A place that takes dropped files, and shows that it would. */
export const dropZone = (dropped: (file: File) => void, inside: TemplateResult): TemplateResult =>
  html`<div
    class="drop"
    @dragover=${(event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      (event.currentTarget as HTMLElement).classList.add('over');
    }}
    @dragleave=${(event: DragEvent) => (event.currentTarget as HTMLElement).classList.remove('over')}
    @drop=${(event: DragEvent) => {
      (event.currentTarget as HTMLElement).classList.remove('over');
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      dropped(file);
    }}
  >
    ${inside}
  </div>`;

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** A file that misses the place would take the page away, with whatever is written on it. */
export function keepThePage(): void {
  const keep = (event: DragEvent): void => {
    if (holdsFiles(event) && !event.defaultPrevented) {
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
    }
  };
  addEventListener('dragover', keep);
  addEventListener('drop', keep);
}

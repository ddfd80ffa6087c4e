import type { CellsOf } from '../cells.js';

/** The columns of a regional government's register of amendments and of hand-overs of goods. It is one sheet. */
export const columns = [
  'source_row', 'subtitulo', 'item', 'bip_code', 'institution_rut', 'technical_unit', 'initiative', 'commune_raw', 'cut_commune', 'agreement_type', 'agreement_status',
  'signature_date', 'resolution_no', 'resolution_date', 'resolution_type', 'cgr_status', 'status', 'sent_letter_no', 'sent_date',
] as const;
export type Column = (typeof columns)[number];
export type Cells = CellsOf<Column>;

/** In the order in which the procedure takes them. */
export const dateColumns = ['signature_date', 'resolution_date', 'sent_date'] as const satisfies readonly Column[];
export type DateColumn = (typeof dateColumns)[number];

export const numberColumns = ['resolution_no', 'sent_letter_no'] as const satisfies readonly Column[];
export type NumberColumn = (typeof numberColumns)[number];

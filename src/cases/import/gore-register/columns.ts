/** The columns of a regional government's register of FNDR agreements, in the order they are shown; a file may order them otherwise. */
export const columns = [
  'source_sheet', 'source_row', 'subtitulo', 'item', 'asig', 'bip_code', 'technical_unit', 'initiative', 'province', 'commune_raw', 'cut_commune',
  'amount_thousand_clp', 'core_certificate_no', 'core_date', 'allocation_resolution_no', 'allocation_date', 'agreement_status', 'signature_date',
  'approval_resolution_no', 'approval_resolution_date', 'resolution_type', 'cgr_status', 'cgr_date', 'sent_date', 'date_flags',
] as const;
export type Column = (typeof columns)[number];

/** A row as it stands in the file, without the spaces around its cells. */
export type Cells = Readonly<Record<Column, string>>;

/** In the order in which the procedure takes them. */
export const dateColumns = ['core_date', 'allocation_date', 'signature_date', 'approval_resolution_date', 'cgr_date', 'sent_date'] as const satisfies readonly Column[];
export type DateColumn = (typeof dateColumns)[number];

export const numberColumns = ['core_certificate_no', 'allocation_resolution_no', 'approval_resolution_no'] as const satisfies readonly Column[];
export type NumberColumn = (typeof numberColumns)[number];

import { reportOf, tableOf } from './import-report.js';

it('says in words which rows were rejected, and why', () => {
  const report = reportOf([{ sheet: 'entregas', row: 15, case: null, result: 'rejected', reasons: ['agreement-type-unknown:COMODATO', 'row-repeated'] }]);
  expect(tableOf(report, 'es', 'write')).toContain('\n  hoja «entregas», fila 15: Tipo de convenio que no se conoce (COMODATO); La hoja y el número de la fila se repiten en el archivo');
  expect(tableOf(report, 'en', 'write')).toContain('\n  sheet "entregas", row 15: A type of agreement nobody knows (COMODATO); ');
});

import { facetNameOf } from '../../../../../nodes/LinkedIn/resources/names/facetNames';

test.each([
	['urn:li:seniority:1', 'Unpaid'],
	['urn:li:seniority:8', 'CXO'],
	['urn:li:seniority:10', 'Owner'],
	['urn:li:function:1', 'Accounting'],
	['urn:li:function:13', 'Information Technology'],
	['urn:li:function:26', 'Support'],
	['urn:li:industry:4', 'Software Development'],
	['urn:li:industry:96', 'IT Services and IT Consulting'],
	['urn:li:industry:3131', 'Mobile Gaming Apps'],
	['SIZE_1', '1 employee'],
	['SIZE_2_TO_10', '2 to 10 employees'],
	['SIZE_1001_TO_5000', '1,001 to 5,000 employees'],
	['SIZE_10001_OR_MORE', '10,001 or more employees'],
	['EMPLOYEE', 'Employee'],
])('%s is named %s', (value, name) => {
	expect(facetNameOf(value)).toBe(name);
});

test.each([
	'urn:li:geo:103644278',
	'urn:li:seniority:11',
	'urn:li:function:27',
	'urn:li:industry:999999',
	'',
])('what no fixed list has gets no name: %s', (value) => {
	expect(facetNameOf(value)).toBeUndefined();
});

/**
 * Who said what: quoted and reported words with their speakers. Knows no Kafka, HTTP, JDBC or JSON.
 */
package onrecord.enrich.quotes;

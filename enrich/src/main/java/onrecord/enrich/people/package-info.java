/** Names, pronouns and roles tied into entities. Knows no Kafka, HTTP, JDBC or JSON. */
package onrecord.enrich.people;

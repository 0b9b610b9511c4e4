/**
 * The whole way in one JVM: a real Kafka broker, a real PostgreSQL and every service, started in
 * the right order, fed with articles and stopped in the right order.
 */
package onrecord.local;

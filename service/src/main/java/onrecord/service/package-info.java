/**
 * What every service has: settings from the environment, a door for health and metrics, a start and
 * a stop with exit codes that mean something, and the set-up of the topics.
 */
package onrecord.service;

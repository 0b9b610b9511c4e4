/**
 * The command line. A command reads its arguments, calls the service that does the work, and says
 * what happened: results to the standard output, all else to the error output, the outcome in its
 * exit code.
 */
package onrecord.local.command;

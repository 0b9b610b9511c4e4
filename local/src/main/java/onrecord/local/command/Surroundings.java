package onrecord.local.command;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * What a command finds around it; the main makes it from the process, a test from its own parts.
 *
 * @param terminal where to write
 * @param in the standard input
 * @param home the working copy
 * @param cache a directory of this user's own for what is unpacked once
 * @param environment the variables of the process
 * @param started when the process was started
 */
record Surroundings(
    Terminal terminal,
    InputStream in,
    Path home,
    Path cache,
    Map<String, String> environment,
    Instant started) {}

package org.tailoff.reproductions.report;

import java.util.List;
import java.util.Map;

/**
 * Everything on the main page.
 *
 * @param answer what it comes to
 * @param sections the reproductions
 * @param claims the claims
 * @param runs every run
 * @param dropped runs that left the finite numbers, each with the reason
 * @param environments what the runs were made with and on, by name: every value that occurs
 */
record Index(
        Answer answer,
        List<Section> sections,
        List<ClaimView> claims,
        List<RunView> runs,
        List<String> dropped,
        Map<String, List<String>> environments) {}

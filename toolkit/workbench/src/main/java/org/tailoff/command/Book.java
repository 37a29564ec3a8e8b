package org.tailoff.command;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tailoff.published.Catalogue;
import org.tailoff.spec.RunSpec;
import org.tailoff.verify.ClaimTest;

/**
 * What the commands know of a book; another book brings another one.
 *
 * @param reproductions its figures and numbers
 * @param claims what it claims, tested, in the order in which they are listed
 * @param beyond the same of claims that train networks of their own when they are examined; is given what is told of
 *     their progress, a line at a time
 * @param comparison what {@code tailoff compare} trains unless the user brings a spec
 */
public record Book(
        Catalogue reproductions,
        Supplier<List<ClaimTest>> claims,
        Function<Consumer<String>, List<ClaimTest>> beyond,
        Supplier<RunSpec> comparison) {}

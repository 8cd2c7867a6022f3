package dev.licenseflow.messaging.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a union of records. Avro types it as Object, so the class of the branch decides who reads it.
 *
 * @param <D> what the branches are read as
 */
public final class UnionReader<D> {

    private final Map<Class<?>, Function<Object, D>> readers = new HashMap<>();

    /** The reader of a branch. */
    public <A> UnionReader<D> on(Class<A> branch, Function<A, D> reader) {
        readers.put(branch, record -> reader.apply(branch.cast(record)));
        return this;
    }

    /**
     * What a branch says.
     *
     * @throws IllegalArgumentException if the branch is none of this version's, or what its reader throws
     */
    public D read(String field, @Nullable Object branch) {
        Object record = Symbols.present(field, branch);
        Function<Object, D> reader = readers.get(record.getClass());
        if (reader == null) {
            throw Symbols.unknown(field);
        }
        return reader.apply(record);
    }
}

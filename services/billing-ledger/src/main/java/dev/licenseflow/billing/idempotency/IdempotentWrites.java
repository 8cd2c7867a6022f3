package dev.licenseflow.billing.idempotency;

import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.database.Transactions;
import dev.licenseflow.domain.request.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Does a write once per key. The key, the write and its answer are one transaction: a second request with the key waits for the
 * first, and gets its answer if that was done, or does the write if that failed.
 */
public final class IdempotentWrites {

    /** How long a key is remembered; a settlement id is for 35 days (rule D3). */
    public static final Duration REMEMBERED = Duration.ofDays(35);

    /**
     * The answer to a write, which is given again when the write is sent again.
     *
     * @param status of HTTP, 200 to 299: only writes that were done are remembered
     * @param body JSON
     */
    public record StoredAnswer(int status, String body) {}

    /** The key was used for another request before. */
    public static final class KeyReusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KeyReusedException() {
            super("The Idempotency-Key was used before with another request");
        }
    }

    private final JdbcClient database;
    private final Transactions transactions;
    private final Clock clock;

    public IdempotentWrites(JdbcClient database, Transactions transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Does the write, or repeats the answer of the first time.
     *
     * @param operation what kind of write; keys of different operations have nothing to do with each other
     * @param request what was asked, in a text that is the same for the same request
     * @throws KeyReusedException if the key came with another request before
     */
    public StoredAnswer once(String operation, String key, String request, Supplier<StoredAnswer> write) {
        String hash = Sha256.hex(request.getBytes(StandardCharsets.UTF_8));
        return transactions.call(() -> {
            forgetOldKeys();
            if (!enter(operation, key, hash)) {
                return repeat(operation, key, hash);
            }
            StoredAnswer answer = write.get();
            database.sql("""
                            update idempotency_keys set answer_status = :status, answer_body = :body
                            where operation = :operation and idempotency_key = :key""")
                    .param("status", answer.status())
                    .param("body", answer.body())
                    .param("operation", operation)
                    .param("key", key)
                    .update();
            return answer;
        });
    }

    private boolean enter(String operation, String key, String hash) {
        return database.sql("""
                        insert into idempotency_keys (operation, idempotency_key, request_hash, recorded_at)
                        values (:operation, :key, :hash, :at) on conflict do nothing""")
                        .param("operation", operation)
                        .param("key", key)
                        .param("hash", hash)
                        .param("at", DatabaseTime.of(clock.instant()))
                        .update()
                == 1;
    }

    private StoredAnswer repeat(String operation, String key, String hash) {
        return database.sql("""
                        select request_hash, answer_status, answer_body from idempotency_keys
                        where operation = :operation and idempotency_key = :key""")
                .param("operation", operation)
                .param("key", key)
                .query((row, number) -> {
                    if (!row.getString("request_hash").equals(hash)) {
                        throw new KeyReusedException();
                    }
                    return new StoredAnswer(row.getInt("answer_status"), row.getString("answer_body"));
                })
                .single();
    }

    /** A few at a time, so that no write waits long for it. */
    private void forgetOldKeys() {
        database.sql("""
                        delete from idempotency_keys where (operation, idempotency_key) in (
                            select operation, idempotency_key from idempotency_keys where recorded_at < :before
                            order by recorded_at limit 100 for update skip locked)""")
                .param("before", DatabaseTime.of(clock.instant().minus(REMEMBERED)))
                .update();
    }
}

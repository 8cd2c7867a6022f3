package dev.licenseflow.portal.request;

import dev.licenseflow.database.DatabaseTime;
import dev.licenseflow.database.Outbox;
import dev.licenseflow.domain.request.Request;
import dev.licenseflow.messaging.json.RequestJson;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The requests of partners, once per partner, customer and request id; the table is their outbox too. */
public final class RecordedRequests {

    private final JdbcClient database;
    private final Clock clock;

    public RecordedRequests(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The outbox from which requests are published as they were recorded. */
    public static Outbox<Request> outbox(JdbcClient database, Clock clock) {
        return new Outbox<>(
                database,
                clock,
                "requests",
                "select * from requests o",
                (row, number) -> RequestJson.parseRequest(row.getString("content")));
    }

    /**
     * Records a request, once per partner, customer and request id.
     *
     * @param userId who asked; empty for a program
     * @throws RequestIdReusedException if the id belongs to a request with other content
     */
    public void record(Request request, OptionalLong userId) {
        boolean isNew = database.sql("""
                                insert into requests
                                    (customer_id, request_id, partner_id, user_id, content, recorded_at)
                                values (?, ?, ?, ?, ?, ?)
                                on conflict (customer_id, request_id, partner_id) do nothing""")
                        .params(request.customerId(), request.requestId(), request.partnerId())
                        .param(userId.isPresent() ? userId.getAsLong() : null)
                        .params(RequestJson.write(request), DatabaseTime.of(clock.instant()))
                        .update()
                == 1;
        if (!isNew && !recorded(request).equals(request)) {
            throw new RequestIdReusedException(request.requestId());
        }
    }

    private Request recorded(Request request) {
        return RequestJson.parseRequest(database.sql("""
                                select content from requests
                                where partner_id = ? and customer_id = ? and request_id = ?""")
                .params(request.partnerId(), request.customerId(), request.requestId())
                .query(String.class)
                .single());
    }

    /** Whether a partner's request was published; empty if it was never recorded. */
    public Optional<Boolean> isPublished(String partnerId, String customerId, String requestId) {
        return database.sql("""
                        select published_at is not null from requests
                        where partner_id = ? and customer_id = ? and request_id = ?""")
                .params(partnerId, customerId, requestId)
                .query(Boolean.class)
                .optional();
    }
}

package org.secondperiod.desk.proxy.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import java.net.URI;
import java.util.Set;
import org.jboss.logging.Logger;
import org.secondperiod.desk.problems.DeskProblem;
import org.secondperiod.desk.proxy.ApiAddress;
import org.secondperiod.desk.proxy.PassedOn;

/**
 * Asks a service what a browser asked, with a token in place of the session, and gives its answer. Neither body is held: an
 * upload arrives as it is sent, and an event of a stream leaves as it comes.
 */
@ApplicationScoped
class Forwarding {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);

    private static final int CONNECT_MILLIS = 5_000;

    /** Open event streams hold a connection each: 500 desks, and what they ask besides. */
    private static final int CONNECTIONS = 2_000;

    /** Over HTTP/2 no header says that a body of unknown length comes. */
    private static final Set<HttpMethod> BRINGS_SOMETHING = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final HttpClient client;

    Forwarding(Vertx vertx) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS).setKeepAliveTimeout(30),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    }

    void close(@Observes Shutdown event) {
        client.close();
    }

    void pass(RoutingContext context, URI behind, String token) {
        HttpServerRequest asked = context.request().pause();
        var options = new RequestOptions()
                .setMethod(asked.method())
                .setAbsoluteURI(behind.toString())
                .setFollowRedirects(false)
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("X-Forwarded-For", asked.remoteAddress().hostAddress());
        PassedOn.ASKING.forEach(name -> {
            String value = asked.getHeader(name);
            if (value != null) {
                options.putHeader(name, value);
            }
        });
        client.request(options)
                .compose(request -> send(asked, request, context.response()))
                .onSuccess(answer -> answer(answer, context))
                .onFailure(fault -> failed(fault, context));
    }

    private static Future<HttpClientResponse> send(
            HttpServerRequest asked, HttpClientRequest request, HttpServerResponse response) {
        // Whoever has gone away need not be answered: an event stream would go on for nobody.
        response.closeHandler(gone -> request.reset());
        String length = asked.getHeader("Content-Length");
        if (length != null) {
            request.putHeader("Content-Length", length);
            return request.send(asked);
        }
        if (BRINGS_SOMETHING.contains(asked.method()) || asked.getHeader("Transfer-Encoding") != null) {
            request.setChunked(true);
            return request.send(asked);
        }
        asked.resume();
        return request.send();
    }

    private static void answer(HttpClientResponse answer, RoutingContext context) {
        HttpServerResponse response = context.response();
        response.setStatusCode(answer.statusCode());
        PassedOn.ANSWERING.forEach(name -> {
            String value = answer.getHeader(name);
            if (value != null) {
                response.putHeader(name, value);
            }
        });
        String location = answer.getHeader("Location");
        if (location != null) {
            response.putHeader("Location", ApiAddress.asSeenHere(location));
        }
        String type = answer.getHeader("Content-Type");
        if (type != null && type.startsWith("text/event-stream")) {
            // Neither the desk nor what stands in front of it holds events back to make parcels of them.
            response.putHeader("Content-Encoding", "identity").putHeader("X-Accel-Buffering", "no");
        }
        String length = answer.getHeader("Content-Length");
        if (length != null && length.equals("0")) {
            response.end();
        } else {
            response.setChunked(true);
            answer.pipeTo(response).onFailure(fault -> failed(fault, context));
        }
    }

    private static void failed(Throwable fault, RoutingContext context) {
        LOG.debugf(
                "A service did not answer, or its answer broke off: %s",
                fault.getClass().getName());
        if (context.response().headWritten()) {
            context.response().reset();
        } else {
            DeskProblem.unavailable().answer(context);
        }
    }
}

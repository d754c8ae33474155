package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A values file that cannot be right is refused before anything is changed, and told where it is wrong. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        district.id                                    | Maple Hollow        | district/id
        district.zone                                  | Eastern             | district/zone
        district.phoneRegion                           | USA                 | district/phoneRegion
        images.tag                                     | latest              | images/tag
        images.digests.desk                            | abc                 | images/digests/desk
        identity.issuer                                | http://sign-in.org  | identity/issuer
        hosts.desk                                     | https://desk.org    | hosts/desk
        routes.kind                                    | Route               | routes/kind
        routes.trustedProxies[0]                       | 10.42.0.0           | routes/trustedProxies/0
        services.outreach-service.replicas             | 0                   | services/outreach-service/replicas
        services.outreach-service.heap                 | 1g                  | services/outreach-service/heap
        services.outreach-service.autoscaling.enabled  | true                | services/outreach-service
        services.outreach.replicas                     | 2                   | services
        kafka.cluster.replicas                         | 1                   | kafka/cluster/replicas
        kafka.kind                                     | Redpanda            | kafka/kind
        database.cluster.image                         | postgresql:latest   | database/cluster/image
        database.cluster.backup.schedule               | 30 2 * * *          | database/cluster/backup/schedule
        changeWindow.from                              | 7am                 | changeWindow/from
        network.kubernetesApi.cidrs[0]                 | kubernetes.default  | network/kubernetesApi/cidrs/0
        database.cluster.backup.destination            |                     | database.cluster.backup.destination
        monitoring.traces.endpoint                     | collector:4318      | monitoring/traces/endpoint
        monitoring.traces.endpoint                     | https://traces.org  | monitoring/traces/endpoint
        database.cluster.name                          | Database            | database/cluster/name
        kafka.external.environmentOf.desk[0].name      | USER                | kafka/external/environmentOf
        monitoring.traces.share                        | 5                   | monitoring/traces/share
        monitoring.traces.port                         | 4317                | monitoring.traces.port
        database.cluster.maxConnections                | 100                 | database.cluster.maxConnections
        services.outreach-service.properties.secondperiod\\.district\\.people-key | abc | is a secret: it belongs
        """)
    void whatCannotBeRightIsRefusedAndNamed(String key, String value, String said) {
        assertThatThrownBy(() -> Chart.render(
                        District.named("maple-hollow"), Map.<String, Object>of(key, value == null ? "" : value)))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage().replace('.', '/')).contains(said.replace('.', '/')));
    }

    @Test
    void withoutWhereItsPeersAreNothingIsOpened() {
        assertThatThrownBy(() -> Chart.render(
                        District.named("birch-lake"), Map.<String, Object>of("kafka.external.cidrs", "null")))
                .hasMessageContaining("kafka.external.cidrs");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        changeWindow.rehearse                          | 06:59
        changeWindow.rehearse                          | 11:00
        images.tag                                     | 1.2.3
        services.outreach-service.replicas             | 3
        services.outreach-service.properties.secondperiod\\.outreach\\.claim-lease | PT15M
        monitoring.enabled                             | false
        monitoring.traces.endpoint                     |
        network.policies                               | false
        routes.kind                                    | None
        """)
    void whatIsADistrictsToChooseIsTaken(String key, String value) {
        assertThat(Chart.render(
                        District.named("maple-hollow"), Map.<String, Object>of(key, value == null ? "" : value)))
                .contains("name: outreach-service");
    }

    @ParameterizedTest
    @CsvSource({"07:00", "08:45", "10:59"})
    void nothingIsChangedWhileFamiliesAreCalled(String time) {
        assertThatThrownBy(() -> Chart.render(
                        District.named("maple-hollow"), Map.<String, Object>of("changeWindow.rehearse", time)))
                .hasMessageContaining("families are being called")
                .hasMessageContaining("changeWindow.override=true");
    }

    @Test
    void unlessItIsSaidThatItCannotWait() {
        assertThat(Chart.render(
                        District.named("maple-hollow"),
                        Map.<String, Object>of("changeWindow.rehearse", "08:45", "changeWindow.override", "true")))
                .contains("kind: Deployment");
    }
}

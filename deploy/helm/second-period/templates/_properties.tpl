{{/* A service's settings, as the properties that it reads beside its own. Secrets come as environment. usage: as mounts */}}
{{- define "second-period.properties" -}}
{{- $root := .root -}}
{{- $facts := .facts -}}
{{- $services := include "second-period.services" $root | fromYaml -}}
{{- $values := get $root.Values.services .name -}}
# The district
secondperiod.district.id={{ $root.Values.district.id }}
secondperiod.district.zone={{ $root.Values.district.zone }}
secondperiod.district.phone-region={{ $root.Values.district.phoneRegion }}
{{- if and $root.Values.district.firstAdmins $facts.database }}
secondperiod.access.first-admins={{ join "," $root.Values.district.firstAdmins }}
{{- end }}

# Who signs in
quarkus.oidc.auth-server-url={{ $root.Values.identity.issuer }}
{{- if $facts.database }}
quarkus.oidc.token.audience={{ $root.Values.identity.audience }}
secondperiod.sign-in.subject-claim={{ $root.Values.identity.subjectClaim }}
secondperiod.sign-in.scopes-claim={{ $root.Values.identity.scopesClaim }}
{{- with $root.Values.identity.schoolsPrefix }}
secondperiod.sign-in.schools-prefix={{ . }}
{{- end }}
{{- else }}
quarkus.oidc.client-id={{ $root.Values.identity.deskClient }}
quarkus.oidc.authentication.scopes={{ $root.Values.identity.deskScopes }}
secondperiod.desk.address=https://{{ $root.Values.hosts.desk }}
{{- range $other, $where := $services }}
{{- if $where.database }}
secondperiod.desk.services.{{ trimPrefix "/" $where.root }}=http://{{ $other }}:{{ $where.port }}{{ $where.root }}
{{- end }}
{{- end }}
{{- end }}
{{- if or $root.Values.routes.trustedProxies (not $facts.database) }}
quarkus.http.proxy.proxy-address-forwarding=true
{{- with $root.Values.routes.trustedProxies }}
quarkus.http.proxy.trusted-proxies={{ join "," . }}
{{- end }}
{{- end }}
{{- if $root.Values.identity.caConfigMap }}
quarkus.oidc.tls.tls-configuration-name=provider
quarkus.tls.provider.trust-store.pem.certs=/etc/second-period/identity/ca.crt
{{- end }}
{{- if $facts.database }}

# The database. Jobs migrate it, as its owner; a service signs in as a role that owns nothing.
quarkus.datasource.jdbc.url=jdbc:postgresql://{{ include "second-period.database-host" $root }}:{{ include "second-period.database-port" $root }}/{{ $facts.database }}?sslmode=verify-full&sslrootcert=/etc/second-period/database/ca.crt
quarkus.datasource.username={{ $facts.database }}
quarkus.datasource.jdbc.max-size={{ $facts.pool }}
quarkus.flyway.migrate-at-start=false
{{- end }}
{{- if $facts.consumers }}

# The brokers
kafka.bootstrap.servers={{ include "second-period.bootstrap" $root }}
{{- if eq $root.Values.kafka.kind "Strimzi" }}
kafka.security.protocol=SSL
kafka.ssl.truststore.type=PEM
kafka.ssl.truststore.location=/etc/second-period/kafka-ca/ca.crt
kafka.ssl.keystore.type=PKCS12
kafka.ssl.keystore.location=/etc/second-period/kafka-user/user.p12
kafka.ssl.keystore.password=${BROKER_KEYSTORE_PASSWORD:}
secondperiod.delivery.create-topics=false
secondperiod.delivery.replication-factor={{ min $root.Values.kafka.cluster.replicas 3 }}
{{- else }}
{{- range $key, $value := $root.Values.kafka.external.properties }}
kafka.{{ $key }}={{ $value }}
{{- end }}
secondperiod.delivery.create-topics={{ $root.Values.kafka.external.createTopics }}
secondperiod.delivery.replication-factor={{ $root.Values.kafka.external.replicationFactor }}
{{- end }}
{{- end }}

# Who reads what it says
quarkus.log.console.json.enabled=true
{{- if and $facts.database $root.Values.monitoring.traces.endpoint }}
quarkus.otel.sdk.disabled=false
quarkus.otel.exporter.otlp.endpoint={{ $root.Values.monitoring.traces.endpoint }}
quarkus.otel.exporter.otlp.protocol=http/protobuf
quarkus.otel.traces.sampler.arg={{ $root.Values.monitoring.traces.share }}
quarkus.otel.resource.attributes=deployment.environment.name={{ $root.Values.district.id }}
{{- end }}
{{- if $values.watchedFolderClaim }}

# Files of the district
secondperiod.rosters.watched-folder=/var/lib/second-period/rosters
{{- end }}
{{- if $values.properties }}

# Of this district's own choice
{{- range $key, $value := $values.properties }}
{{ $key }}={{ $value }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Secrets of a service, by reference. usage: dict "root" $ "facts" facts "name" service */}}
{{- define "second-period.environment" -}}
{{- $secrets := .root.Values.secrets -}}
{{- if .facts.database -}}
{{ include "second-period.secret-variable" (dict "name" "QUARKUS_DATASOURCE_PASSWORD" "secret" (print $secrets.databasePrefix .facts.database) "key" "password") }}
{{- if eq .root.Values.kafka.kind "Strimzi" }}
{{ include "second-period.secret-variable" (dict "name" "BROKER_KEYSTORE_PASSWORD" "secret" .name "key" "user.password") }}
{{- else }}
{{- range concat .root.Values.kafka.external.environment (get .root.Values.kafka.external.environmentOf .name | default list) }}
{{ include "second-period.secret-variable" (dict "name" .name "secret" .secret "key" .key) }}
{{- end }}
{{- end }}
{{- if .facts.sealed }}
{{ include "second-period.secret-variable" (dict "name" "SECONDPERIOD_DISTRICT_PEOPLE_KEY" "secret" $secrets.districtKeys "key" "people-key" "optional" true) }}
{{ include "second-period.secret-variable" (dict "name" "SECONDPERIOD_DISTRICT_PEOPLE_KEY_ID" "secret" $secrets.districtKeys "key" "people-key-id") }}
{{ include "second-period.secret-variable" (dict "name" "SECONDPERIOD_DISTRICT_PEOPLE_KEYS" "secret" $secrets.districtKeys "key" "people-keys" "optional" true) }}
{{ include "second-period.secret-variable" (dict "name" "SECONDPERIOD_DISTRICT_INDEX_KEY" "secret" $secrets.districtKeys "key" "index-key" "optional" true) }}
{{- end }}
{{- if and $secrets.callBridge (eq .name "outreach-service") }}
{{- range $variable, $key := dict "ACCOUNT" "account" "KEY" "key" "SECRET" "secret" "CALLER_ID" "caller-id" }}
{{ include "second-period.secret-variable" (dict "name" (print "SECONDPERIOD_OUTREACH_CALL_BRIDGE_TWILIO_" $variable) "secret" $secrets.callBridge "key" $key) }}
{{- end }}
- name: SECONDPERIOD_OUTREACH_CALL_BRIDGE_KIND
  value: TWILIO
{{- end }}
{{- else -}}
{{ include "second-period.secret-variable" (dict "name" "SECONDPERIOD_DESK_SESSION_KEY" "secret" $secrets.desk "key" "session-key") }}
{{ include "second-period.secret-variable" (dict "name" "QUARKUS_OIDC_CREDENTIALS_SECRET" "secret" $secrets.desk "key" "client-secret") }}
{{- end }}
{{- end -}}

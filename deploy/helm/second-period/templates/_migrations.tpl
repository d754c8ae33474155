{{/* The pod that migrates a database, all of it: a job's cannot be changed, so a job is named by it. usage: as mounts, without consumers */}}
{{- define "second-period.migration-pod" -}}
{{- $root := .root -}}
{{- $secret := printf "%s%s-owner" $root.Values.secrets.databasePrefix .facts.database -}}
metadata:
  labels:
    {{- include "second-period.selector" (dict "root" $root "name" (print .name "-migrate")) | nindent 4 }}
    app.kubernetes.io/part-of: second-period
    secondperiod.org/uses-database: "true"
  annotations:
    # Other settings are another job.
    secondperiod.org/settings: {{ include "second-period.properties" . | sha256sum | trunc 16 | quote }}
spec:
  serviceAccountName: {{ .name }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  restartPolicy: Never
  securityContext:
    {{- include "second-period.pod-security" $root | nindent 4 }}
  {{- with $root.Values.images.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  {{- with include "second-period.scheduling" $root }}
  {{- . | trim | nindent 2 }}
  {{- end }}
  containers:
    - name: migrate
      image: {{ include "second-period.image" . }}
      imagePullPolicy: {{ $root.Values.images.pullPolicy }}
      securityContext:
        {{- include "second-period.container-security" $root | nindent 8 }}
      env:
        - name: JDK_JAVA_OPTIONS
          value: -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1
        - name: QUARKUS_INIT_AND_EXIT
          value: "true"
        - name: QUARKUS_FLYWAY_MIGRATE_AT_START
          value: "true"
        - name: QUARKUS_FLYWAY_USERNAME
          value: {{ .facts.database }}_owner
        {{- include "second-period.secret-variable" (dict "name" "QUARKUS_FLYWAY_PASSWORD" "secret" $secret "key" "password") | nindent 8 }}
        # A table is handed to the role for jobs, which must be allowed to have one.
        - name: QUARKUS_FLYWAY_INIT_SQL
          value: GRANT CREATE ON SCHEMA public TO {{ .facts.database }}_system
        {{- include "second-period.secret-variable" (dict "name" "QUARKUS_DATASOURCE_PASSWORD" "secret" (print $root.Values.secrets.databasePrefix .facts.database) "key" "password") | nindent 8 }}
      resources:
        {{- toYaml (get $root.Values.services .name).resources | nindent 8 }}
      volumeMounts:
        {{- include "second-period.mounts" . | nindent 8 }}
  volumes:
    {{- include "second-period.volumes" . | nindent 4 }}
{{- end -}}

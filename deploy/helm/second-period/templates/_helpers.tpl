{{/* What the services are: files/services.yaml as text, for fromYaml. */}}
{{- define "second-period.services" -}}
{{ .Files.Get "files/services.yaml" }}
{{- end -}}

{{/* Labels of everything. */}}
{{- define "second-period.labels" -}}
app.kubernetes.io/part-of: second-period
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Values.images.tag | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* usage: dict "root" $ "name" service. What finds a service's pods; never changes. */}}
{{- define "second-period.selector" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end -}}

{{/* usage: dict "root" $ "name" service */}}
{{- define "second-period.image" -}}
{{- $digest := get .root.Values.images.digests .name -}}
{{- if $digest -}}
{{ .root.Values.images.registry }}/{{ .name }}@{{ $digest }}
{{- else -}}
{{ .root.Values.images.registry }}/{{ .name }}:{{ .root.Values.images.tag }}
{{- end -}}
{{- end -}}

{{/* What the restricted standard of pod security asks of a pod. */}}
{{- define "second-period.pod-security" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{/* And of a container. */}}
{{- define "second-period.container-security" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end -}}

{{- define "second-period.database-host" -}}
{{- if eq .Values.database.kind "External" }}{{ .Values.database.external.host }}{{ else }}{{ .Values.database.cluster.name }}-rw{{ end -}}
{{- end -}}

{{- define "second-period.database-port" -}}
{{- if eq .Values.database.kind "External" }}{{ .Values.database.external.port }}{{ else }}5432{{ end -}}
{{- end -}}

{{- define "second-period.database-ca" -}}
{{- if eq .Values.database.kind "External" }}{{ .Values.database.external.caSecret }}{{ else }}{{ .Values.database.cluster.name }}-ca{{ end -}}
{{- end -}}

{{- define "second-period.bootstrap" -}}
{{- if eq .Values.kafka.kind "External" }}{{ .Values.kafka.external.bootstrap }}{{ else }}district-kafka-bootstrap:9093{{ end -}}
{{- end -}}

{{/* The most replicas that a service may have. usage: the service's values */}}
{{- define "second-period.most-replicas" -}}
{{- if and .autoscaling .autoscaling.enabled }}{{ .autoscaling.maxReplicas }}{{ else }}{{ .replicas }}{{ end -}}
{{- end -}}

{{/* Files that a pod of a service finds below /etc/second-period. usage: dict "root" $ "facts" facts "name" service */}}
{{- define "second-period.mounts" -}}
- name: settings
  mountPath: /opt/second-period/config
  readOnly: true
- name: tmp
  mountPath: /tmp
{{- if .facts.database }}
- name: database-ca
  mountPath: /etc/second-period/database
  readOnly: true
{{- end }}
{{- if and .facts.consumers (eq .root.Values.kafka.kind "Strimzi") }}
- name: kafka-ca
  mountPath: /etc/second-period/kafka-ca
  readOnly: true
- name: kafka-user
  mountPath: /etc/second-period/kafka-user
  readOnly: true
{{- end }}
{{- if .root.Values.identity.caConfigMap }}
- name: identity-ca
  mountPath: /etc/second-period/identity
  readOnly: true
{{- end }}
{{- end -}}

{{- define "second-period.volumes" -}}
- name: settings
  configMap:
    name: {{ .name }}
- name: tmp
  emptyDir:
    sizeLimit: 2Gi
{{- if .facts.database }}
- name: database-ca
  secret:
    secretName: {{ include "second-period.database-ca" .root }}
    items: [{key: ca.crt, path: ca.crt}]
{{- end }}
{{- if and .facts.consumers (eq .root.Values.kafka.kind "Strimzi") }}
- name: kafka-ca
  secret:
    secretName: district-cluster-ca-cert
    items: [{key: ca.crt, path: ca.crt}]
- name: kafka-user
  secret:
    secretName: {{ .name }}
    items: [{key: user.p12, path: user.p12}]
{{- end }}
{{- if .root.Values.identity.caConfigMap }}
- name: identity-ca
  configMap:
    name: {{ .root.Values.identity.caConfigMap }}
    items: [{key: ca.crt, path: ca.crt}]
{{- end }}
{{- end -}}

{{/* A variable from a secret. usage: dict "name" "secret" "key" "optional" */}}
{{- define "second-period.secret-variable" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
      {{- if .optional }}
      optional: true
      {{- end }}
{{- end -}}

{{/* Of containers that an operator makes: what they write to is theirs to say. */}}
{{- define "second-period.operator-container-security" -}}
allowPrivilegeEscalation: false
runAsNonRoot: true
seccompProfile:
  type: RuntimeDefault
capabilities:
  drop: [ALL]
{{- end -}}

{{/* Of a pod that Strimzi makes: brokers, and what makes topics and users. Its images run as 1001, which is in group 0; a node selector its
templates do not know. */}}
{{- define "second-period.broker-pod" -}}
securityContext:
  runAsNonRoot: true
  runAsUser: 1001
  fsGroup: 1001
  seccompProfile:
    type: RuntimeDefault
{{- with .Values.scheduling.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.scheduling.nodeSelector }}
affinity:
  nodeAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
      nodeSelectorTerms:
        - matchExpressions:
            {{- range $label, $value := . }}
            - {key: {{ $label | quote }}, operator: In, values: [{{ $value | quote }}]}
            {{- end }}
{{- end }}
{{- with .Values.scheduling.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Where a pod of ours may run, and what gives way to it. */}}
{{- define "second-period.scheduling" -}}
{{- with .Values.scheduling.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .Values.scheduling.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.scheduling.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Of what holds data, or is needed for it: Helm leaves it when the release goes, or a later chart no longer has it. */}}
{{- define "second-period.kept" -}}
helm.sh/resource-policy: keep
{{- end -}}

{{/* Where backups are. usage: what says destination, endpoint and credentialsSecret */}}
{{- define "second-period.store" -}}
destinationPath: {{ .destination }}
{{- with .endpoint }}
endpointURL: {{ . }}
{{- end }}
s3Credentials:
  accessKeyId: {name: {{ .credentialsSecret }}, key: access-key-id}
  secretAccessKey: {name: {{ .credentialsSecret }}, key: secret-access-key}
{{- end -}}

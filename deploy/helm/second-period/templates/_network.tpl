{{- define "second-period.provider-peers" -}}
{{- with .Values.identity.egress.namespaceLabels }}
- namespaceSelector:
    matchLabels:
      {{- toYaml . | nindent 6 }}
{{- end }}
{{- range .Values.identity.egress.cidrs }}
- ipBlock: {cidr: {{ . }}}
{{- end }}
{{- end -}}

{{- define "second-period.database-peers" -}}
{{- if eq .Values.database.kind "CloudNativePG" }}
- podSelector:
    matchLabels:
      cnpg.io/cluster: {{ .Values.database.cluster.name }}
{{- else }}
{{- range .Values.database.external.cidrs }}
- ipBlock: {cidr: {{ . }}}
{{- end }}
{{- end }}
{{- end -}}

{{- define "second-period.broker-peers" -}}
{{- if eq .Values.kafka.kind "Strimzi" }}
- podSelector:
    matchLabels:
      strimzi.io/cluster: district
      strimzi.io/name: district-kafka
{{- else }}
{{- range .Values.kafka.external.cidrs }}
- ipBlock: {cidr: {{ . }}}
{{- end }}
{{- end }}
{{- end -}}

{{- define "second-period.to-kubernetes" -}}
- to:
    {{- range .Values.network.kubernetesApi.cidrs }}
    - ipBlock: {cidr: {{ . }}}
    {{- end }}
  ports:
    - {protocol: TCP, port: {{ .Values.network.kubernetesApi.port }}}
{{- end -}}

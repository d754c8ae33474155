{{- define "second-period.api-paths" -}}
{{- $services := include "second-period.services" . | fromYaml -}}
{{- range $name, $facts := $services }}
{{- if $facts.database }}
- path: {{ $facts.root }}/v1
  pathType: Prefix
  backend:
    service:
      name: {{ $name }}
      port: {name: http}
{{- end }}
{{- end }}
{{- end -}}

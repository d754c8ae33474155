{{/* Refuses an upgrade while families are called. By .Values and .Release only, so that a test can say that it is one. */}}
{{- define "second-period.change-window" -}}
{{- $window := .Values.changeWindow }}
{{- $now := ternary (dateInZone "15:04" (now) .Values.district.zone) $window.rehearse (empty $window.rehearse) }}
{{- $weekday := or (ne $window.rehearse "") (not (has (dateInZone "Mon" (now) .Values.district.zone) (list "Sat" "Sun"))) }}
{{- if and (or .Release.IsUpgrade $window.rehearse) (not $window.override) $weekday (ge $now $window.from) (lt $now $window.to) }}
{{- fail (printf "It is %s in %s, and nothing is changed between %s and %s on a school day: families are being called. If it cannot wait: --set changeWindow.override=true" $now .Values.district.zone $window.from $window.to) }}
{{- end }}
{{- end -}}

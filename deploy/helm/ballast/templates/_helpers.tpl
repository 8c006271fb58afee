{{- define "ballast.name" -}}
{{- printf "%s-%s" .Release.Name .component | trunc 52 | trimSuffix "-" -}}
{{- end -}}

{{- /* What all of a release have. */ -}}
{{- define "ballast.release" -}}
app.kubernetes.io/name: ballast
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "ballast.selector" -}}
{{ include "ballast.release" . }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "ballast.labels" -}}
{{ include "ballast.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end -}}

{{- /* A setting's key as the variable that gives it: ballast.threads is BALLAST_THREADS, kafka.acks is BALLAST_KAFKA_ACKS. */ -}}
{{- define "ballast.variable" -}}
{{- printf "BALLAST_%s" (trimPrefix "ballast." . | replace "." "_" | upper) -}}
{{- end -}}

{{- /* Environment: .settings over those of all; .metricsPort of who serves metrics. */ -}}
{{- define "ballast.environment" -}}
- name: BALLAST_KAFKA_BOOTSTRAP_SERVERS
  value: {{ required "kafka.bootstrapServers is needed" .Values.kafka.bootstrapServers | quote }}
- name: BALLAST_SCHEMA_REGISTRY_URL
  value: {{ required "registry.url is needed" .Values.registry.url | quote }}
- name: BALLAST_MONITORING_HOST
  value: 0.0.0.0
{{- with .javaOptions }}
- name: BALLAST_JAVA_OPTS
  value: {{ . | quote }}
{{- end }}
{{- range $key, $value := merge (dict) (.settings | default dict) .Values.settings }}
- name: {{ include "ballast.variable" $key }}
  value: {{ $value | quote }}
{{- end }}
{{- with .metricsPort }}
- name: BALLAST_MONITORING_PORT
  value: {{ . | quote }}
{{- end }}
{{- end -}}

{{- /* What every pod has: who it runs as, and where it may run. */ -}}
{{- define "ballast.pod" -}}
# A Service called ballast-desk would give each pod BALLAST_DESK_PORT=tcp://…, which is a setting of ours.
enableServiceLinks: false
automountServiceAccountToken: false
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  fsGroup: 10001
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: {type: RuntimeDefault}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- /* What every container has, but for arguments and further variables, mounts and probes. */ -}}
{{- define "ballast.container" -}}
image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: {drop: [ALL]}
{{- with .Values.secretEnvironment }}
envFrom:
  {{- range . }}
  - secretRef: {name: {{ . }}}
  {{- end }}
{{- end }}
{{- end -}}

{{- /* RocksDB, lz4 and zstd unpack their libraries into /tmp. */ -}}
{{- define "ballast.mounts" -}}
- {name: tmp, mountPath: /tmp}
{{- range .Values.secretFiles }}
- {name: secret-{{ .name }}, mountPath: {{ .folder }}, readOnly: true}
{{- end }}
{{- end -}}

{{- define "ballast.volumes" -}}
- name: tmp
  emptyDir: {sizeLimit: 256Mi}
{{- range .Values.secretFiles }}
- name: secret-{{ .name }}
  secret: {secretName: {{ .name }}, defaultMode: 0440}
{{- end }}
{{- end -}}

{{- /* The port of who serves metrics, /health/live and /health/ready. A start may have to restore much: then it is alive, and not ready. */ -}}
{{- define "ballast.monitored" -}}
ports:
  - {name: metrics, containerPort: {{ .metricsPort }}}
startupProbe:
  httpGet: {path: /health/live, port: metrics}
  periodSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet: {path: /health/live, port: metrics}
  periodSeconds: 10
  timeoutSeconds: 5
readinessProbe:
  httpGet: {path: /health/ready, port: metrics}
  periodSeconds: 5
  timeoutSeconds: 5
{{- end -}}

{{- define "ballast.metricsService" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "ballast.name" . }}
  labels: {{- include "ballast.labels" . | nindent 4 }}
spec:
  clusterIP: None
  # Whoever asks for metrics wants those that are not ready, too.
  publishNotReadyAddresses: true
  selector: {{- include "ballast.selector" . | nindent 4 }}
  ports:
    - {name: metrics, port: {{ .metricsPort }}, targetPort: metrics}
{{- end -}}

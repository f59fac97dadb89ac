/**
 * Names that the whole industry knows. They say what one works with, not where: no statement becomes a team's own by
 * naming one. In plain form; phrases of several words have their own list.
 */
export const technologies = `
ai ml llm llms nlp genai rag gpu gpus cuda api apis graphql grpc soap json xml yaml sql nosql html css http https tcp
oauth saml jwt sdk sdks cli ux ios android windows linux unix macos java javascript typescript python golang scala
kotlin ruby rails php perl c++ c# dotnet matlab julia elixir erlang haskell clojure cobol bash powershell objective
react angular vue svelte nodejs nextjs django fastapi laravel webpack kubernetes k8s docker helm istio envoy terraform
ansible pulumi jenkins gitlab github git bitbucket argocd circleci copilot aws gcp azure ec2 s3 lambda ecs eks gke
bigquery redshift dynamodb cloudformation sagemaker vertex bedrock openai anthropic chatgpt huggingface langchain
kafka rabbitmq kinesis pubsub sqs flink spark hadoop trino airflow dagster dbt snowflake databricks luigi mlflow
kubeflow tensorboard prefect postgres postgresql mysql mariadb mongodb mongo cassandra redis memcached elasticsearch
opensearch solr neo4j sqlite cockroachdb clickhouse druid tensorflow pytorch keras jax scikit sklearn pandas numpy
scipy xgboost caffe opencv prometheus grafana datadog splunk newrelic opentelemetry kibana sentry pagerduty tableau
looker powerbi jira confluence figma miro slack salesforce sap workday ci cd cicd devops devsecops sre mlops aiops
gitops finops iac tdd bdd ddd oop soa etl elt olap oltp saas paas iaas b2b b2c crm erp iot vr slo slos sla slas sli
slis okr okrs kpi kpis roi mttr dora rfc rfcs poc pocs mvp mvps qa vp cto cio ceo soc soc2 hipaa pci dss gdpr lgpd sox
iso fedramp neurips icml iclr kdd cvpr acl agile scrum kanban xp cs phd bsc msc mba stem usa uk eu emea apac latam
india
`;

/** Such names that are words of their own right too: common, but no reason to ask. */
export const ambiguousTechnologies = `
rest ui web mobile go rust swift c net r node js flask spring boot express hibernate vite puppet chef cursor amazon
google microsoft claude hive presto beam weights biases oracle solid ar safe lean waterfall ee ce bs ms ba ma us
`;

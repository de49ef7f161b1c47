// Made by Scripts/make-service-model from botocore 1.44.5; change that, and run it again.

extension ServiceModel {
  /// The shapes of a visual job's nodes, one a line, longer ones continued by lines that begin with a space.
  ///
  /// | line | shape |
  /// |---|---|
  /// | `Name { Member:Shape Member!Shape` | a structure; a member with `!` is required |
  /// | `Name [ Shape MIN MAX` | a list with its limits, where `-` is none |
  /// | `Name < KEY VALUE` | a map |
  /// | `Name / MIN MAX` | a path to a column, a list of names that other dialects write as one string |
  /// | `Name " PATTERN MIN MAX` | a string |
  /// | `Name = VALUE VALUE` | a string that is one of those values |
  /// | `Name # MIN MAX`, `Name % MIN MAX` | a whole number, a number |
  /// | `Name ?`, `Name @` | true or false, a time |
  static let shapes = """
    CodeGenConfigurationNode { AthenaConnectorSource:AthenaConnectorSource
     JDBCConnectorSource:JDBCConnectorSource SparkConnectorSource:SparkConnectorSource
     CatalogSource:CatalogSource RedshiftSource:RedshiftSource S3CatalogSource:S3CatalogSource
     S3CsvSource:S3CsvSource S3JsonSource:S3JsonSource S3ParquetSource:S3ParquetSource
     RelationalCatalogSource:RelationalCatalogSource DynamoDBCatalogSource:DynamoDBCatalogSource
     JDBCConnectorTarget:JDBCConnectorTarget SparkConnectorTarget:SparkConnectorTarget
     CatalogTarget:BasicCatalogTarget RedshiftTarget:RedshiftTarget S3CatalogTarget:S3CatalogTarget
     S3GlueParquetTarget:S3GlueParquetTarget S3DirectTarget:S3DirectTarget ApplyMapping:ApplyMapping
     SelectFields:SelectFields DropFields:DropFields RenameField:RenameField Spigot:Spigot Join:Join
     SplitFields:SplitFields SelectFromCollection:SelectFromCollection FillMissingValues:FillMissingValues
     Filter:Filter CustomCode:CustomCode SparkSQL:SparkSQL DirectKinesisSource:DirectKinesisSource
     DirectKafkaSource:DirectKafkaSource CatalogKinesisSource:CatalogKinesisSource
     CatalogKafkaSource:CatalogKafkaSource DropNullFields:DropNullFields Merge:Merge Union:Union
     PIIDetection:PIIDetection Aggregate:Aggregate DropDuplicates:DropDuplicates
     GovernedCatalogTarget:GovernedCatalogTarget GovernedCatalogSource:GovernedCatalogSource
     MicrosoftSQLServerCatalogSource:MicrosoftSQLServerCatalogSource MySQLCatalogSource:MySQLCatalogSource
     OracleSQLCatalogSource:OracleSQLCatalogSource PostgreSQLCatalogSource:PostgreSQLCatalogSource
     MicrosoftSQLServerCatalogTarget:MicrosoftSQLServerCatalogTarget MySQLCatalogTarget:MySQLCatalogTarget
     OracleSQLCatalogTarget:OracleSQLCatalogTarget PostgreSQLCatalogTarget:PostgreSQLCatalogTarget Route:Route
     DynamicTransform:DynamicTransform EvaluateDataQuality:EvaluateDataQuality
     S3CatalogHudiSource:S3CatalogHudiSource CatalogHudiSource:CatalogHudiSource S3HudiSource:S3HudiSource
     S3HudiCatalogTarget:S3HudiCatalogTarget S3HudiDirectTarget:S3HudiDirectTarget
     DirectJDBCSource:DirectJDBCSource S3CatalogDeltaSource:S3CatalogDeltaSource
     CatalogDeltaSource:CatalogDeltaSource S3DeltaSource:S3DeltaSource
     S3DeltaCatalogTarget:S3DeltaCatalogTarget S3DeltaDirectTarget:S3DeltaDirectTarget
     AmazonRedshiftSource:AmazonRedshiftSource AmazonRedshiftTarget:AmazonRedshiftTarget
     EvaluateDataQualityMultiFrame:EvaluateDataQualityMultiFrame Recipe:Recipe SnowflakeSource:SnowflakeSource
     SnowflakeTarget:SnowflakeTarget ConnectorDataSource:ConnectorDataSource
     ConnectorDataTarget:ConnectorDataTarget S3CatalogIcebergSource:S3CatalogIcebergSource
     CatalogIcebergSource:CatalogIcebergSource S3IcebergCatalogTarget:S3IcebergCatalogTarget
     S3IcebergDirectTarget:S3IcebergDirectTarget S3ExcelSource:S3ExcelSource
     S3HyperDirectTarget:S3HyperDirectTarget DynamoDBELTConnectorSource:DynamoDBELTConnectorSource
    AthenaConnectorSource { Name!NodeName ConnectionName!Text ConnectorName!Text ConnectionType!Text
     ConnectionTable:Text SchemaName!Text OutputSchemas:GlueSchemas
    JDBCConnectorSource { Name!NodeName ConnectionName!Text ConnectorName!Text ConnectionType!Text
     AdditionalOptions:JDBCConnectorOptions ConnectionTable:Text Query:SqlQuery OutputSchemas:GlueSchemas
    SparkConnectorSource { Name!NodeName ConnectionName!Text ConnectorName!Text ConnectionType!Text
     AdditionalOptions:AdditionalOptions OutputSchemas:GlueSchemas
    CatalogSource { Name!NodeName Database!Text Table!Text PartitionPredicate:Text OutputSchemas:GlueSchemas
    RedshiftSource { Name!NodeName Database!Text Table!Text RedshiftTmpDir:Text TmpDirIAMRole:Text
    S3CatalogSource { Name!NodeName Database!Text Table!Text PartitionPredicate:Text
     AdditionalOptions:S3SourceAdditionalOptions
    S3CsvSource { Name!NodeName Paths!Texts CompressionType:CompressionType Exclusions:Texts GroupSize:Text
     GroupFiles:Text Recurse:BoxedBoolean MaxBand:BoxedNonNegativeInt MaxFilesInBand:BoxedNonNegativeInt
     AdditionalOptions:S3DirectSourceAdditionalOptions Separator!Separator Escaper:Text QuoteChar!QuoteChar
     Multiline:BoxedBoolean WithHeader:BoxedBoolean WriteHeader:BoxedBoolean SkipFirst:BoxedBoolean
     OptimizePerformance:BooleanValue OutputSchemas:GlueSchemas
    S3JsonSource { Name!NodeName Paths!Texts CompressionType:CompressionType Exclusions:Texts GroupSize:Text
     GroupFiles:Text Recurse:BoxedBoolean MaxBand:BoxedNonNegativeInt MaxFilesInBand:BoxedNonNegativeInt
     AdditionalOptions:S3DirectSourceAdditionalOptions JsonPath:Text Multiline:BoxedBoolean
     OutputSchemas:GlueSchemas
    S3ParquetSource { Name!NodeName Paths!Texts CompressionType:ParquetCompressionType Exclusions:Texts
     GroupSize:Text GroupFiles:Text Recurse:BoxedBoolean MaxBand:BoxedNonNegativeInt
     MaxFilesInBand:BoxedNonNegativeInt AdditionalOptions:S3DirectSourceAdditionalOptions
     OutputSchemas:GlueSchemas
    RelationalCatalogSource { Name!NodeName Database!Text Table!Text
    DynamoDBCatalogSource { Name!NodeName Database!Text Table!Text PitrEnabled:BoxedBoolean
     AdditionalOptions:DDBELTCatalogAdditionalOptions
    JDBCConnectorTarget { Name!NodeName Inputs!OneInput ConnectionName!Text ConnectionTable!Text
     ConnectorName!Text ConnectionType!Text AdditionalOptions:AdditionalOptions OutputSchemas:GlueSchemas
    SparkConnectorTarget { Name!NodeName Inputs!OneInput ConnectionName!Text ConnectorName!Text
     ConnectionType!Text AdditionalOptions:AdditionalOptions OutputSchemas:GlueSchemas
    BasicCatalogTarget { Name!NodeName Inputs!OneInput PartitionKeys:GlueStudioPathList Database!Text
     Table!Text
    RedshiftTarget { Name!NodeName Inputs!OneInput Database!Text Table!Text RedshiftTmpDir:Text
     TmpDirIAMRole:Text UpsertRedshiftOptions:UpsertRedshiftTargetOptions
    S3CatalogTarget { Name!NodeName Inputs!OneInput PartitionKeys:GlueStudioPathList Table!Text Database!Text
     SchemaChangePolicy:CatalogSchemaChangePolicy AutoDataQuality:AutoDataQuality
    S3GlueParquetTarget { Name!NodeName Inputs!OneInput PartitionKeys:GlueStudioPathList Path!Text
     Compression:ParquetCompressionType NumberTargetPartitions:NumberTargetPartitionsString
     SchemaChangePolicy:DirectSchemaChangePolicy AutoDataQuality:AutoDataQuality
    S3DirectTarget { Name!NodeName Inputs!OneInput PartitionKeys:GlueStudioPathList Path!Text Compression:Text
     NumberTargetPartitions:NumberTargetPartitionsString Format!TargetFormat
     SchemaChangePolicy:DirectSchemaChangePolicy AutoDataQuality:AutoDataQuality OutputSchemas:GlueSchemas
    ApplyMapping { Name!NodeName Inputs!OneInput Mapping!Mappings
    SelectFields { Name!NodeName Inputs!OneInput Paths!GlueStudioPathList
    DropFields { Name!NodeName Inputs!OneInput Paths!GlueStudioPathList
    RenameField { Name!NodeName Inputs!OneInput SourcePath!Path TargetPath!Path
    Spigot { Name!NodeName Inputs!OneInput Path!Text Topk:Topk Prob:Prob
    Join { Name!NodeName Inputs!TwoInputs JoinType!JoinType Columns!JoinColumns
    SplitFields { Name!NodeName Inputs!OneInput Paths!GlueStudioPathList
    SelectFromCollection { Name!NodeName Inputs!OneInput Index!NonNegativeInt
    FillMissingValues { Name!NodeName Inputs!OneInput ImputedPath!Text FilledPath:Text
    Filter { Name!NodeName Inputs!OneInput LogicalOperator!FilterLogicalOperator Filters!FilterExpressions
    CustomCode { Name!NodeName Inputs!ManyInputs Code!ExtendedString ClassName!Text OutputSchemas:GlueSchemas
    SparkSQL { Name!NodeName Inputs!ManyInputs SqlQuery!SqlQuery SqlAliases!SqlAliases
     OutputSchemas:GlueSchemas
    DirectKinesisSource { Name!NodeName WindowSize:BoxedPositiveInt DetectSchema:BoxedBoolean
     StreamingOptions:KinesisStreamingSourceOptions DataPreviewOptions:StreamingDataPreviewOptions
    DirectKafkaSource { Name!NodeName StreamingOptions:KafkaStreamingSourceOptions WindowSize:BoxedPositiveInt
     DetectSchema:BoxedBoolean DataPreviewOptions:StreamingDataPreviewOptions
    CatalogKinesisSource { Name!NodeName WindowSize:BoxedPositiveInt DetectSchema:BoxedBoolean Table!Text
     Database!Text StreamingOptions:KinesisStreamingSourceOptions
     DataPreviewOptions:StreamingDataPreviewOptions
    CatalogKafkaSource { Name!NodeName WindowSize:BoxedPositiveInt DetectSchema:BoxedBoolean Table!Text
     Database!Text StreamingOptions:KafkaStreamingSourceOptions DataPreviewOptions:StreamingDataPreviewOptions
    DropNullFields { Name!NodeName Inputs!OneInput NullCheckBoxList:NullCheckBoxList
     NullTextList:NullValueFields
    Merge { Name!NodeName Inputs!TwoInputs Source!NodeId PrimaryKeys!GlueStudioPathList
    Union { Name!NodeName Inputs!TwoInputs UnionType!UnionType
    PIIDetection { Name!NodeName Inputs!OneInput PiiType!PiiType EntityTypesToDetect!Texts
     OutputColumnName:Text SampleFraction:BoxedDoubleFraction ThresholdFraction:BoxedDoubleFraction
     MaskValue:MaskValue RedactText:Text RedactChar:Text MatchPattern:Text
     NumLeftCharsToExclude:BoxedPositiveInt NumRightCharsToExclude:BoxedPositiveInt DetectionParameters:Text
     DetectionSensitivity:Text
    Aggregate { Name!NodeName Inputs!OneInput Groups!GlueStudioPathList Aggs!AggregateOperations
    DropDuplicates { Name!NodeName Inputs!OneInput Columns:LimitedPathList
    GovernedCatalogTarget { Name!NodeName Inputs!OneInput PartitionKeys:GlueStudioPathList Table!Text
     Database!Text SchemaChangePolicy:CatalogSchemaChangePolicy
    GovernedCatalogSource { Name!NodeName Database!Text Table!Text PartitionPredicate:Text
     AdditionalOptions:S3SourceAdditionalOptions
    MicrosoftSQLServerCatalogSource { Name!NodeName Database!Text Table!Text
    MySQLCatalogSource { Name!NodeName Database!Text Table!Text
    OracleSQLCatalogSource { Name!NodeName Database!Text Table!Text
    PostgreSQLCatalogSource { Name!NodeName Database!Text Table!Text
    MicrosoftSQLServerCatalogTarget { Name!NodeName Inputs!OneInput Database!Text Table!Text
    MySQLCatalogTarget { Name!NodeName Inputs!OneInput Database!Text Table!Text
    OracleSQLCatalogTarget { Name!NodeName Inputs!OneInput Database!Text Table!Text
    PostgreSQLCatalogTarget { Name!NodeName Inputs!OneInput Database!Text Table!Text
    Route { Name!NodeName Inputs!OneInput GroupFiltersList!GroupFiltersList
    DynamicTransform { Name!Text TransformName!Text Inputs!OneInput Parameters:TransformConfigParameterList
     FunctionName!Text Path!Text Version:Text OutputSchemas:GlueSchemas
    EvaluateDataQuality { Name!NodeName Inputs!OneInput Ruleset!DQDLString Output:DQTransformOutput
     PublishingOptions:DQResultsPublishingOptions StopJobOnFailureOptions:DQStopJobOnFailureOptions
    S3CatalogHudiSource { Name!NodeName Database!Text Table!Text AdditionalHudiOptions:AdditionalOptions
     OutputSchemas:GlueSchemas
    CatalogHudiSource { Name!NodeName Database!Text Table!Text AdditionalHudiOptions:AdditionalOptions
     OutputSchemas:GlueSchemas
    S3HudiSource { Name!NodeName Paths!Texts AdditionalHudiOptions:AdditionalOptions
     AdditionalOptions:S3DirectSourceAdditionalOptions OutputSchemas:GlueSchemas
    S3HudiCatalogTarget { Name!NodeName Inputs!OneInput PartitionKeys:GlueStudioPathList Table!Text
     Database!Text AdditionalOptions!AdditionalOptions SchemaChangePolicy:CatalogSchemaChangePolicy
     AutoDataQuality:AutoDataQuality OutputSchemas:GlueSchemas
    S3HudiDirectTarget { Name!NodeName Inputs!OneInput Path!Text Compression!HudiTargetCompressionType
     NumberTargetPartitions:NumberTargetPartitionsString PartitionKeys:GlueStudioPathList Format!TargetFormat
     AdditionalOptions!AdditionalOptions SchemaChangePolicy:DirectSchemaChangePolicy
     AutoDataQuality:AutoDataQuality
    DirectJDBCSource { Name!NodeName Database!Text Table!Text ConnectionName!Text
     ConnectionType!JDBCConnectionType RedshiftTmpDir:Text OutputSchemas:GlueSchemas
    S3CatalogDeltaSource { Name!NodeName Database!Text Table!Text AdditionalDeltaOptions:AdditionalOptions
     OutputSchemas:GlueSchemas
    CatalogDeltaSource { Name!NodeName Database!Text Table!Text AdditionalDeltaOptions:AdditionalOptions
     OutputSchemas:GlueSchemas
    S3DeltaSource { Name!NodeName Paths!Texts AdditionalDeltaOptions:AdditionalOptions
     AdditionalOptions:S3DirectSourceAdditionalOptions OutputSchemas:GlueSchemas
    S3DeltaCatalogTarget { Name!NodeName Inputs!OneInput PartitionKeys:GlueStudioPathList Table!Text
     Database!Text AdditionalOptions:AdditionalOptions SchemaChangePolicy:CatalogSchemaChangePolicy
     AutoDataQuality:AutoDataQuality OutputSchemas:GlueSchemas
    S3DeltaDirectTarget { Name!NodeName Inputs!OneInput PartitionKeys:GlueStudioPathList Path!Text
     Compression!DeltaTargetCompressionType NumberTargetPartitions:NumberTargetPartitionsString
     Format!TargetFormat AdditionalOptions:AdditionalOptions SchemaChangePolicy:DirectSchemaChangePolicy
     AutoDataQuality:AutoDataQuality
    AmazonRedshiftSource { Name:NodeName Data:AmazonRedshiftNodeData
    AmazonRedshiftTarget { Name:NodeName Data:AmazonRedshiftNodeData Inputs:OneInput
    EvaluateDataQualityMultiFrame { Name!NodeName Inputs!ManyInputs AdditionalDataSources:DQDLAliases
     Ruleset!DQDLString PublishingOptions:DQResultsPublishingOptions AdditionalOptions:DQAdditionalOptions
     StopJobOnFailureOptions:DQStopJobOnFailureOptions
    Recipe { Name!NodeName Inputs!OneInput RecipeReference:RecipeReference RecipeSteps:RecipeSteps
    SnowflakeSource { Name!NodeName Data!SnowflakeNodeData OutputSchemas:GlueSchemas
    SnowflakeTarget { Name!NodeName Data!SnowflakeNodeData Inputs:OneInput
    ConnectorDataSource { Name!NodeName ConnectionType!Text Data!ConnectorOptions OutputSchemas:GlueSchemas
    ConnectorDataTarget { Name!NodeName ConnectionType!Text Data!ConnectorOptions Inputs:OneInput
    S3CatalogIcebergSource { Name!NodeName Database!Text Table!Text AdditionalIcebergOptions:AdditionalOptions
     OutputSchemas:GlueSchemas
    CatalogIcebergSource { Name!NodeName Database!Text Table!Text AdditionalIcebergOptions:AdditionalOptions
     OutputSchemas:GlueSchemas
    S3IcebergCatalogTarget { Name!NodeName Inputs!OneInput PartitionKeys:GlueStudioPathList Table!Text
     Database!Text AdditionalOptions:AdditionalOptions SchemaChangePolicy:CatalogSchemaChangePolicy
     AutoDataQuality:AutoDataQuality
    S3IcebergDirectTarget { Name!NodeName Inputs!OneInput PartitionKeys:GlueStudioPathList Path!Text
     Format!TargetFormat AdditionalOptions:AdditionalOptions SchemaChangePolicy:DirectSchemaChangePolicy
     AutoDataQuality:AutoDataQuality Compression!IcebergTargetCompressionType
     NumberTargetPartitions:NumberTargetPartitionsString OutputSchemas:GlueSchemas
    S3ExcelSource { Name!NodeName Paths!Texts CompressionType:ParquetCompressionType Exclusions:Texts
     GroupSize:Text GroupFiles:Text Recurse:BoxedBoolean MaxBand:BoxedNonNegativeInt
     MaxFilesInBand:BoxedNonNegativeInt AdditionalOptions:S3DirectSourceAdditionalOptions NumberRows:BoxedLong
     SkipFooter:BoxedNonNegativeInt OutputSchemas:GlueSchemas
    S3HyperDirectTarget { Name!NodeName Inputs!OneInput Format:TargetFormat PartitionKeys:GlueStudioPathList
     Path!Text Compression:HyperTargetCompressionType SchemaChangePolicy:DirectSchemaChangePolicy
     AutoDataQuality:AutoDataQuality OutputSchemas:GlueSchemas
    DynamoDBELTConnectorSource { Name!NodeName ConnectionOptions:DDBELTConnectionOptions
     OutputSchemas:GlueSchemas
    NodeName " line - -
    Text " line - -
    GlueSchemas [ GlueSchema - -
    JDBCConnectorOptions { FilterPredicate:Text PartitionColumn:Text LowerBound:BoxedNonNegativeLong
     UpperBound:BoxedNonNegativeLong NumPartitions:BoxedNonNegativeLong JobBookmarkKeys:Texts
     JobBookmarkKeysSortOrder:Text DataTypeMapping:JDBCDataTypeMapping
    SqlQuery " any - -
    AdditionalOptions < Text Text
    S3SourceAdditionalOptions { BoundedSize:BoxedLong BoundedFiles:BoxedLong
    Texts [ Text - -
    CompressionType = gzip bzip2
    BoxedBoolean ?
    BoxedNonNegativeInt # 0 -
    S3DirectSourceAdditionalOptions { BoundedSize:BoxedLong BoundedFiles:BoxedLong
     EnableSamplePath:BoxedBoolean SamplePath:Text
    Separator = comma ctrla pipe semicolon tab
    QuoteChar = quote quillemet single_quote disabled
    BooleanValue ?
    ParquetCompressionType = snappy lzo gzip brotli lz4 uncompressed none
    DDBELTCatalogAdditionalOptions { DynamodbExport:Text DynamodbUnnestDDBJson:BooleanValue
    OneInput [ NodeId 1 1
    GlueStudioPathList [ Path - -
    UpsertRedshiftTargetOptions { TableLocation:Text ConnectionName:Text UpsertKeys:TextsMinOne
    CatalogSchemaChangePolicy { EnableUpdateCatalog:BoxedBoolean UpdateBehavior:UpdateCatalogBehavior
    AutoDataQuality { IsEnabled:BooleanValue EvaluationContext:Text
    NumberTargetPartitionsString " any - -
    DirectSchemaChangePolicy { EnableUpdateCatalog:BoxedBoolean UpdateBehavior:UpdateCatalogBehavior
     Table:Text Database:Text
    TargetFormat = json csv avro orc parquet hudi delta iceberg hyper xml
    Mappings [ Mapping - -
    Path / - -
    Topk # 0 100
    Prob % 0 1
    TwoInputs [ NodeId 2 2
    JoinType = equijoin left right outer leftsemi leftanti
    JoinColumns [ JoinColumn 2 2
    NonNegativeInt # 0 -
    FilterLogicalOperator = AND OR
    FilterExpressions [ FilterExpression - -
    ManyInputs [ NodeId 1 -
    ExtendedString " any - -
    SqlAliases [ SqlAlias - -
    BoxedPositiveInt # 0 -
    KinesisStreamingSourceOptions { EndpointUrl:Text StreamName:Text Classification:Text Delimiter:Text
     StartingPosition:StartingPosition MaxFetchTimeInMs:BoxedNonNegativeLong
     MaxFetchRecordsPerShard:BoxedNonNegativeLong MaxRecordPerRead:BoxedNonNegativeLong
     AddIdleTimeBetweenReads:BoxedBoolean IdleTimeBetweenReadsInMs:BoxedNonNegativeLong
     DescribeShardInterval:BoxedNonNegativeLong NumRetries:BoxedNonNegativeInt
     RetryIntervalMs:BoxedNonNegativeLong MaxRetryIntervalMs:BoxedNonNegativeLong
     AvoidEmptyBatches:BoxedBoolean StreamArn:Text RoleArn:Text RoleSessionName:Text AddRecordTimestamp:Text
     EmitConsumerLagMetrics:Text StartingTimestamp:Iso8601DateTime FanoutConsumerARN:Text
    StreamingDataPreviewOptions { PollingTime:PollingTime RecordPollingLimit:PositiveLong
    KafkaStreamingSourceOptions { BootstrapServers:Text SecurityProtocol:Text ConnectionName:Text
     TopicName:Text Assign:Text SubscribePattern:Text Classification:Text Delimiter:Text StartingOffsets:Text
     EndingOffsets:Text PollTimeoutMs:BoxedNonNegativeLong NumRetries:BoxedNonNegativeInt
     RetryIntervalMs:BoxedNonNegativeLong MaxOffsetsPerTrigger:BoxedNonNegativeLong
     MinPartitions:BoxedNonNegativeInt IncludeHeaders:BoxedBoolean AddRecordTimestamp:Text
     EmitConsumerLagMetrics:Text StartingTimestamp:Iso8601DateTime
    NullCheckBoxList { IsEmpty:BoxedBoolean IsNullString:BoxedBoolean IsNegOne:BoxedBoolean
    NullValueFields [ NullValueField 0 50
    NodeId " word - -
    UnionType = ALL DISTINCT
    PiiType = RowAudit RowHashing RowMasking RowPartialMasking ColumnAudit ColumnHashing ColumnMasking
    BoxedDoubleFraction % 0 1
    MaskValue " mask 0 256
    AggregateOperations [ AggregateOperation 1 30
    LimitedPathList [ Path - -
    GroupFiltersList [ GroupFilters - -
    TransformConfigParameterList [ TransformConfigParameter - -
    DQDLString " ascii 1 65536
    DQTransformOutput = PrimaryInput EvaluationResults
    DQResultsPublishingOptions { EvaluationContext:GenericLimitedString ResultsS3Prefix:Text
     CloudWatchMetricsEnabled:BoxedBoolean ResultsPublishingEnabled:BoxedBoolean
    DQStopJobOnFailureOptions { StopJobOnFailureTiming:DQStopJobOnFailureTiming
    HudiTargetCompressionType = gzip lzo uncompressed snappy
    JDBCConnectionType = sqlserver mysql oracle postgresql redshift
    DeltaTargetCompressionType = uncompressed snappy
    AmazonRedshiftNodeData { AccessType:GenericLimitedString SourceType:GenericLimitedString Connection:Option
     Schema:Option Table:Option CatalogDatabase:Option CatalogTable:Option CatalogRedshiftSchema:GenericString
     CatalogRedshiftTable:GenericString TempDir:Text IamRole:Option
     AdvancedOptions:AmazonRedshiftAdvancedOptions SampleQuery:GenericString PreAction:GenericString
     PostAction:GenericString Action:GenericString TablePrefix:GenericLimitedString Upsert:BooleanValue
     MergeAction:GenericLimitedString MergeWhenMatched:GenericLimitedString
     MergeWhenNotMatched:GenericLimitedString MergeClause:GenericString CrawlerConnection:GenericString
     TableSchema:OptionList StagingTable:GenericString SelectedColumns:OptionList
    DQDLAliases < NodeName Text
    DQAdditionalOptions < AdditionalOptionKeys GenericString
    RecipeReference { RecipeArn!Text RecipeVersion!RecipeVersion
    RecipeSteps [ RecipeStep - -
    SnowflakeNodeData { SourceType:GenericLimitedString Connection:Option Schema:GenericString
     Table:GenericString Database:GenericString TempDir:Text IamRole:Option
     AdditionalOptions:AdditionalOptions SampleQuery:GenericString PreAction:GenericString
     PostAction:GenericString Action:GenericString Upsert:BooleanValue MergeAction:GenericLimitedString
     MergeWhenMatched:GenericLimitedString MergeWhenNotMatched:GenericLimitedString MergeClause:GenericString
     StagingTable:GenericString SelectedColumns:OptionList AutoPushdown:BooleanValue TableSchema:OptionList
    ConnectorOptions < GenericString GenericString
    IcebergTargetCompressionType = gzip lzo uncompressed snappy
    BoxedLong # - -
    HyperTargetCompressionType = uncompressed
    DDBELTConnectionOptions { DynamodbExport:DdbExportType DynamodbUnnestDDBJson:BooleanValue
     DynamodbTableArn!Text DynamodbS3Bucket:Text DynamodbS3Prefix:Text DynamodbS3BucketOwner:Text
     DynamodbStsRoleArn:Text
    GlueSchema { Columns:GlueStudioSchemaColumnList
    BoxedNonNegativeLong # 0 -
    JDBCDataTypeMapping < JDBCDataType GlueRecordType
    TextsMinOne [ Text - -
    UpdateCatalogBehavior = UPDATE_IN_DATABASE LOG
    Mapping { ToKey:Text FromPath:Texts FromType:Text ToType:Text Dropped:BoxedBoolean Children:Mappings
    JoinColumn { From!Text Keys!GlueStudioPathList
    FilterExpression { Operation!FilterOperation Negated:BoxedBoolean Values!FilterValues
    SqlAlias { From!NodeId Alias!Text
    StartingPosition = latest trim_horizon earliest timestamp
    Iso8601DateTime @
    PollingTime # 10 -
    PositiveLong # 1 -
    NullValueField { Value!Text Datatype!Datatype
    AggregateOperation { Column!Path AggFunc!AggFunction
    GroupFilters { GroupName!GenericLimitedString Filters!FilterExpressions
     LogicalOperator!FilterLogicalOperator
    TransformConfigParameter { Name!Text Type!ParamType ValidationRule:Text ValidationMessage:Text Value:Texts
     ListType:ParamType IsOptional:BoxedBoolean
    GenericLimitedString " word - -
    DQStopJobOnFailureTiming = Immediate AfterDataLoad
    Option { Value:Text Label:Text Description:Text
    GenericString " any - -
    AmazonRedshiftAdvancedOptions [ AmazonRedshiftAdvancedOption - -
    OptionList [ Option - -
    AdditionalOptionKeys = performanceTuning.caching observations.scope compositeRuleEvaluation.method
    RecipeVersion " any 1 16
    RecipeStep { Action!RecipeAction ConditionExpressions:ConditionExpressionList
    DdbExportType = ddb s3
    GlueStudioSchemaColumnList [ GlueStudioSchemaColumn - -
    JDBCDataType = ARRAY BIGINT BINARY BIT BLOB BOOLEAN CHAR CLOB DATALINK DATE DECIMAL DISTINCT DOUBLE FLOAT
     INTEGER JAVA_OBJECT LONGNVARCHAR LONGVARBINARY LONGVARCHAR NCHAR NCLOB NULL NUMERIC NVARCHAR OTHER REAL
     REF REF_CURSOR ROWID SMALLINT SQLXML STRUCT TIME TIME_WITH_TIMEZONE TIMESTAMP TIMESTAMP_WITH_TIMEZONE
     TINYINT VARBINARY VARCHAR
    GlueRecordType = DATE STRING TIMESTAMP INT FLOAT LONG BIGDECIMAL BYTE SHORT DOUBLE
    FilterOperation = EQ LT GT LTE GTE REGEX ISNULL
    FilterValues [ FilterValue - -
    Datatype { Id!GenericLimitedString Label!GenericLimitedString
    AggFunction = avg countDistinct count first last kurtosis max min skewness stddev_samp stddev_pop sum
     sumDistinct var_samp var_pop
    ParamType = str int float complex bool list null
    AmazonRedshiftAdvancedOption { Key:GenericString Value:GenericString
    RecipeAction { Operation!Operation Parameters:ParameterMap
    ConditionExpressionList [ ConditionExpression - -
    GlueStudioSchemaColumn { Name!GlueStudioColumnNameString Type:ColumnTypeString
     GlueStudioType:ColumnTypeString
    FilterValue { Type!FilterValueType Value!Texts
    Operation " capitals 1 128
    ParameterMap < ParameterName ParameterValue
    ConditionExpression { Condition!DatabrewCondition Value:DatabrewConditionValue TargetColumn!TargetColumn
    GlueStudioColumnNameString " line 0 1024
    ColumnTypeString " line 0 131072
    FilterValueType = COLUMNEXTRACTED CONSTANT
    ParameterName " alphanumeric 1 128
    ParameterValue " any 1 32768
    DatabrewCondition " capitals 1 128
    DatabrewConditionValue " any - 1024
    TargetColumn " any 1 1024
    """
}

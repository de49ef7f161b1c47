// Whoever imports Inlay has the whole public model: schemas, options, plans, reports and errors.
@_exported public import InlayBytes
@_exported public import InlayCSV
@_exported public import InlayColumns
@_exported public import InlayDatasets
@_exported public import InlayEngine
@_exported public import InlayJSON
@_exported public import InlayJobs
@_exported public import InlayParquet
@_exported public import InlayRows
@_exported public import InlayStorage

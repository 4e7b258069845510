using System.Globalization;
using LibraryBot.Data.Catalog.Import;

namespace LibraryBot.Commands;

/// <summary>Says what is wrong with a record, in the language of the reader.</summary>
internal static class ImportWords
{
    /// <summary>A line with file, record number, byte offset, control number and reason.</summary>
    public static string Of(ImportRemark remark)
    {
        return remark switch
        {
            { Number: 0 } => Format(ImportStrings.RemarkFile, remark.File, Plain(remark.Offset), Of(remark.Problem)),
            { ControlNumber: null } => Format(ImportStrings.RemarkRecordWithoutNumber, remark.File, Plain(remark.Number), Plain(remark.Offset), Of(remark.Problem)),
            _ => Format(ImportStrings.RemarkRecord, remark.File, Plain(remark.Number), Plain(remark.Offset), remark.ControlNumber, Of(remark.Problem)),
        };
    }

    /// <summary>The reason alone.</summary>
    public static string Of(Problem problem) =>
        Format(ImportStrings.ResourceManager.GetString("Problem" + problem.Kind, ImportStrings.Culture)!, problem.Detail);

    /// <summary>A sentence with its values, in the culture of the reader.</summary>
    public static string Format(string sentence, params object[] values) => string.Format(CultureInfo.CurrentCulture, sentence, values);

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}

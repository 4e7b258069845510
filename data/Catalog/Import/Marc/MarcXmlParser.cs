using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace LibraryBot.Data.Catalog.Import.Marc;

/// <summary>Reads one record element of MARCXML. What is not well formed is mended where that is possible, else read up to the error.</summary>
internal sealed partial class MarcXmlParser
{
    private static readonly UTF8Encoding Strict = new(false, true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly XmlParserContext context;
    private readonly XmlNamespaceManager prefixes;

    /// <summary>Makes a parser for the records of one file.</summary>
    public MarcXmlParser()
    {
        var names = new NameTable();
        prefixes = new XmlNamespaceManager(names);
        prefixes.AddNamespace("xsi", "http://www.w3.org/2001/XMLSchema-instance");
        context = new XmlParserContext(names, prefixes, null, XmlSpace.Preserve);
    }

    /// <summary>Takes note of the namespace prefixes declared on the elements around the records.</summary>
    public void DeclarePrefixes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf("xmlns:"u8) < 0)
        {
            return;
        }

        foreach (Match match in Declaration().Matches(Encoding.Latin1.GetString(bytes)))
        {
            Declare(match.Groups[1].Value);
        }
    }

    /// <summary>Reads a record element.</summary>
    /// <param name="bytes">From its start tag to its end tag, where there is one.</param>
    /// <param name="endsFile">Whether its end tag is missing because the file ends.</param>
    public MarcRecord Parse(ReadOnlySpan<byte> bytes, bool endsFile)
    {
        var problems = new List<Problem>();
        var xml = Decode(bytes, problems);
        if (Prefix().Match(xml) is { Success: true } prefix)
        {
            Declare(prefix.Groups[1].Value);
        }

        var record = Read(xml, out var error);
        if (error is not null && !endsFile && Mend(xml) is { } mended && mended != xml)
        {
            record = Read(mended, out _);
        }

        record.Problems.AddRange(problems);
        if (endsFile)
        {
            record.Problems.Add(new Problem(ProblemKind.Truncated));
        }
        else if (error is not null)
        {
            record.Problems.Add(new Problem(ProblemKind.MalformedXml, error));
        }

        if (record.Fields.Count == 0)
        {
            record.Problems.Add(new Problem(ProblemKind.Unreadable));
        }

        return record;
    }

    private static string Decode(ReadOnlySpan<byte> bytes, List<Problem> problems)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new Problem(ProblemKind.WrongCharacterSet, MarcCharacterSet.Windows1252.ToString()));
            return Windows1252.GetString(bytes);
        }
    }

    private void Declare(string prefix)
    {
        if (prefix is not ("xml" or "xmlns") && !prefixes.HasNamespace(prefix))
        {
            prefixes.AddNamespace(prefix, "urn:" + prefix);
        }
    }

    private MarcRecord Read(string xml, out string? error)
    {
        var draft = new Draft();
        error = null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Settings, context);
            while (reader.Read())
            {
                draft.Take(reader);
            }
        }
        catch (XmlException exception)
        {
            error = exception.Message;
            draft.EndAll();
        }

        return draft.Finish();
    }

    /// <summary>Replaces characters XML does not allow, named references it does not know, and ampersands that should have been written out.</summary>
    private static string Mend(string xml)
    {
        var mended = Ampersand().Replace(xml, match =>
        {
            var decoded = WebUtility.HtmlDecode(match.Value);
            return decoded == match.Value ? "&amp;" + match.Value[1..] : decoded;
        });
        return string.Concat(mended.Select(character => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character) ? character : '\uFFFD'));
    }

    [GeneratedRegex("xmlns:([A-Za-z_][\\w.-]*)\\s*=")]
    private static partial Regex Declaration();

    [GeneratedRegex("^<([A-Za-z_][\\w.-]*):")]
    private static partial Regex Prefix();

    [GeneratedRegex("&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});)(?:[A-Za-z][A-Za-z0-9]{1,30};)?")]
    private static partial Regex Ampersand();

    /// <summary>A record in the making.</summary>
    private sealed class Draft
    {
        private readonly StringBuilder text = new();
        private readonly List<MarcField> fields = [];
        private string leader = "";
        private string? collecting;
        private string attribute = "";
        private MarcField? field;

        public void Take(XmlReader reader)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Begin(reader);
                    break;
                case XmlNodeType.EndElement:
                    End(reader.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when collecting is not null:
                    text.Append(reader.Value);
                    break;
            }
        }

        /// <summary>Ends what was open when the reading broke off; the text read so far is kept.</summary>
        public void EndAll()
        {
            if (collecting is not null && text.Length > 0)
            {
                End(collecting);
            }

            End("datafield");
        }

        public MarcRecord Finish()
        {
            var record = new MarcRecord(leader.PadRight(24)[..24]);
            record.Fields.AddRange(fields);
            return record;
        }

        private void Begin(XmlReader reader)
        {
            switch (reader.LocalName)
            {
                case "leader" or "controlfield" or "subfield":
                    collecting = reader.LocalName;
                    attribute = reader.GetAttribute(collecting == "subfield" ? "code" : "tag")?.Trim() ?? "";
                    text.Clear();
                    if (reader.IsEmptyElement)
                    {
                        collecting = null;
                    }

                    break;
                case "datafield":
                    End("datafield");
                    field = new MarcField(TagOf(reader.GetAttribute("tag")), IndicatorOf(reader, "ind1"), IndicatorOf(reader, "ind2"), null);
                    break;
            }
        }

        private void End(string element)
        {
            switch (element)
            {
                case "leader" when collecting == element:
                    leader = text.ToString();
                    break;
                case "controlfield" when collecting == element:
                    fields.Add(new MarcField(TagOf(attribute), ' ', ' ', MarcText.Clean(text.ToString())));
                    break;
                case "subfield" when collecting == element && text.Length > 0:
                    field?.Subfields.Add(new MarcSubfield(attribute.Length > 0 ? attribute[0] : 'a', MarcText.Clean(text.ToString())));
                    break;
                case "datafield" when field is not null:
                    fields.Add(field);
                    field = null;
                    break;
            }

            collecting = element == collecting ? null : collecting;
        }

        private static string TagOf(string? tag) => (tag ?? "").Trim();

        private static char IndicatorOf(XmlReader reader, string name) => reader.GetAttribute(name) is { Length: > 0 } value && char.IsAsciiLetterOrDigit(value[0]) ? value[0] : ' ';
    }
}

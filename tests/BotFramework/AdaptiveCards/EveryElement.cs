using AdaptiveCards;

namespace LibraryBot.Tests.BotFramework.AdaptiveCards;

/// <summary>Each part of a card twice: with nothing but what it needs, and with everything set.</summary>
internal static class EveryElement
{
    public static AdaptiveSubmitAction Submit => new() { Title = "Go", Data = new { verb = "go" } };

    public static AdaptiveRefresh Refresh => new() { Action = new AdaptiveExecuteAction { Verb = "refresh" }, UserIds = ["29:1"] };

    public static AdaptiveAuthentication Authentication => new()
    {
        Text = "Sign in",
        ConnectionName = "school",
        TokenExchangeResource = new AdaptiveTokenExchangeResource { Id = "1", Uri = "api://library", ProviderId = "aad" },
        Buttons = [new AdaptiveAuthCardButton { Type = "signin", Title = "Sign in", Image = "https://example.org/key.png", Value = "https://example.org/sign-in" }],
    };

    public static IReadOnlyDictionary<string, AdaptiveElement> Elements { get; } = new Dictionary<string, AdaptiveElement>
    {
        ["text"] = new AdaptiveTextBlock("Hello"),
        ["empty text"] = new AdaptiveTextBlock(),
        ["text, everything"] = Common(new AdaptiveTextBlock
        {
            Text = "Hello",
            Size = AdaptiveTextSize.ExtraLarge,
            Weight = AdaptiveTextWeight.Bolder,
            Color = AdaptiveTextColor.Attention,
            Style = AdaptiveTextBlockStyle.Heading,
            FontType = AdaptiveFontType.Monospace,
            HorizontalAlignment = AdaptiveHorizontalAlignment.Right,
            IsSubtle = true,
            Wrap = true,
            MaxLines = 3,
        }),
        ["rich text"] = new AdaptiveRichTextBlock { Inlines = [new AdaptiveTextRun("plain")] },
        ["rich text, everything"] = Common(new AdaptiveRichTextBlock
        {
            HorizontalAlignment = AdaptiveHorizontalAlignment.Center,
            Inlines =
            [
                new AdaptiveTextRun("all")
                {
                    Size = AdaptiveTextSize.Small, Weight = AdaptiveTextWeight.Lighter, Color = AdaptiveTextColor.Good, FontType = AdaptiveFontType.Monospace,
                    IsSubtle = true, Italic = true, Strikethrough = true, Highlight = true, Underline = true, SelectAction = Submit,
                },
            ],
        }),
        ["image"] = new AdaptiveImage("https://example.org/cover.png"),
        ["image, everything"] = Common(new AdaptiveImage("https://example.org/cover.png")
        {
            AltText = "A cover",
            Size = AdaptiveImageSize.Large,
            Style = AdaptiveImageStyle.Person,
            HorizontalAlignment = AdaptiveHorizontalAlignment.Center,
            BackgroundColor = "#DDDDDD",
            PixelWidth = 40,
            PixelHeight = 60,
            SelectAction = Submit,
        }),
        ["image set"] = Common(new AdaptiveImageSet { ImageSize = AdaptiveImageSize.Small, Images = [new AdaptiveImage("https://example.org/1.png")] }),
        ["container"] = new AdaptiveContainer(),
        ["container, everything"] = Common(new AdaptiveContainer
        {
            Style = AdaptiveContainerStyle.Default,
            Bleed = true,
            VerticalContentAlignment = AdaptiveVerticalContentAlignment.Bottom,
            PixelMinHeight = 80,
            SelectAction = Submit,
            BackgroundImage = "https://example.org/paper.png",
            Items = [new AdaptiveTextBlock("inside")],
        }),
        ["columns"] = new AdaptiveColumnSet(),
        ["columns, everything"] = Common(new AdaptiveColumnSet
        {
            Style = AdaptiveContainerStyle.Emphasis,
            Bleed = true,
            PixelMinHeight = 20,
            SelectAction = Submit,
            HorizontalAlignment = AdaptiveHorizontalAlignment.Center,
            Columns =
            [
                new AdaptiveColumn { Width = AdaptiveColumnWidth.Auto, Rtl = false, Items = [new AdaptiveTextBlock("one")] },
                new AdaptiveColumn { Width = "50px", Fallback = new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop) },
            ],
        }),
        ["facts"] = Common(new AdaptiveFactSet { Facts = [new AdaptiveFact("Shelf", "E WIL"), new AdaptiveFact()] }),
        ["actions"] = Common(new AdaptiveActionSet { Actions = [Submit] }),
        ["table"] = new AdaptiveTable(),
        ["table, everything"] = Common(new AdaptiveTable
        {
            FirstRowAsHeaders = false,
            ShowGridLines = false,
            GridStyle = AdaptiveContainerStyle.Accent,
            HorizontalCellContentAlignment = AdaptiveHorizontalContentAlignment.Center,
            VerticalCellContentAlignment = AdaptiveVerticalContentAlignment.Center,
            Columns = [new AdaptiveTableColumnDefinition(), new AdaptiveTableColumnDefinition { Width = 2.5, HorizontalCellContentAlignment = AdaptiveHorizontalContentAlignment.Right }],
            Rows =
            [
                new AdaptiveTableRow { Style = AdaptiveContainerStyle.Good, Cells = [new AdaptiveTableCell { Items = [new AdaptiveTextBlock("a")] }, new AdaptiveTableCell()] },
            ],
        }),
        ["text input"] = new AdaptiveTextInput { Id = "a" },
        ["text input, everything"] = Common(Input(new AdaptiveTextInput
        {
            Placeholder = "p",
            Value = "v",
            MaxLength = 10,
            IsMultiline = true,
            Style = AdaptiveTextInputStyle.Email,
            Regex = "^.+$",
            InlineAction = Submit,
        })),
        ["number input"] = new AdaptiveNumberInput { Id = "a" },
        ["number input, everything"] = Common(Input(new AdaptiveNumberInput { Placeholder = "p", Value = 0, Min = -1.5, Max = 9 })),
        ["date input"] = Common(Input(new AdaptiveDateInput { Placeholder = "p", Value = "2026-05-04", Min = "2026-01-01", Max = "2026-12-31" })),
        ["time input"] = Common(Input(new AdaptiveTimeInput { Placeholder = "p", Value = "08:30", Min = "08:00", Max = "15:00" })),
        ["toggle"] = new AdaptiveToggleInput { Id = "a" },
        ["toggle, everything"] = Common(Input(new AdaptiveToggleInput { Title = "t", Value = "yes", ValueOn = "yes", ValueOff = "no", Wrap = true })),
        ["choices"] = new AdaptiveChoiceSetInput { Id = "a" },
        ["choices, everything"] = Common(Input(new AdaptiveChoiceSetInput
        {
            Value = "1,2",
            Style = AdaptiveChoiceInputStyle.Expanded,
            IsMultiSelect = true,
            Wrap = true,
            Placeholder = "p",
            Choices = [new AdaptiveChoice { Title = "One", Value = "1" }, new AdaptiveChoice()],
        })),
    };

    public static IReadOnlyDictionary<string, AdaptiveAction> Actions { get; } = new Dictionary<string, AdaptiveAction>
    {
        ["submit"] = new AdaptiveSubmitAction(),
        ["submit, everything"] = Common(new AdaptiveSubmitAction { Data = "text", AssociatedInputs = AdaptiveAssociatedInputs.None }),
        ["execute"] = new AdaptiveExecuteAction { Fallback = new AdaptiveFallbackElement(Submit) },
        ["execute, everything"] = Common(new AdaptiveExecuteAction { Verb = "hold", DataJson = """{ "title": 7 }""", AssociatedInputs = AdaptiveAssociatedInputs.None }),
        ["open address"] = Common(new AdaptiveOpenUrlAction { UrlString = "https://example.org/?q=a%20b" }),
        ["show card"] = Common(new AdaptiveShowCardAction { Card = new AdaptiveCard("1.5") { Body = [new AdaptiveTextBlock("unfolded")] } }),
        ["toggle visibility"] = Common(new AdaptiveToggleVisibilityAction
        {
            TargetElements = ["one", new AdaptiveTargetElement("two", true), new AdaptiveTargetElement("three", false)],
        }),
    };

    private static T Common<T>(T element)
        where T : AdaptiveTypedElement
    {
        element.Id ??= "id";
        element.Requires["adaptiveCards"] = "1.2";
        element.Fallback = new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop);
        if (element is AdaptiveElement inBody)
        {
            inBody.Spacing = AdaptiveSpacing.ExtraLarge;
            inBody.Separator = true;
            inBody.IsVisible = false;
            inBody.Height = inBody is AdaptiveImage image ? image.Height : AdaptiveHeight.Stretch;
        }
        else if (element is AdaptiveAction action)
        {
            action.Title = "Title";
            action.IconUrl = "https://example.org/icon.png";
            action.Style = "positive";
            action.Tooltip = "What it does";
            action.IsEnabled = false;
            action.Mode = AdaptiveActionMode.Secondary;
        }

        return element;
    }

    private static T Input<T>(T input)
        where T : AdaptiveInput
    {
        input.Label = "Label";
        input.IsRequired = true;
        input.ErrorMessage = "Please answer";
        return input;
    }
}

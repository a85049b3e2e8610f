namespace Portal.Browser.Tests;

/// <summary>One page of each kind, of both sites.</summary>
public static class PageKinds
{
    /// <summary>Set and address.</summary>
    public static TheoryData<string, string> All => new()
    {
        { "demonstration", "" },
        { "demonstration", "search/" },
        { "demonstration", "search/?q=%E4%B8%AD%E5%BF%83" }, // 中心
        { "demonstration", "search/?q=%E5%AD%A6%E6%A0%A1&in=9901" }, // 学校 in a city: schools, reports, findings
        { "demonstration", "compare/?schools=990121-2199004003,990121-2199004001,990102-2199001009" },
        { "demonstration", "compare/" },
        { "demonstration", "compare/?places=990121,990223" },
        { "demonstration", "places/" },
        { "demonstration", "places/990000/" }, // a province
        { "demonstration", "places/990100/" }, // a city
        { "demonstration", "places/990121/" }, // a county
        { "demonstration", "places/990223/" }, // a county with two schools of a stage
        { "demonstration", "places/990322/" }, // a county that did not report
        { "demonstration", "places/990121/schools/" },
        { "demonstration", "places/990121/drivers/" }, // what drives its coefficients
        { "demonstration", "releases/2022.1/places/990122/" }, // a county as published before it was corrected
        { "demonstration", "schools/2199004003/" },
        { "demonstration", "schools/2199004021/" }, // closed
        { "demonstration", "indicators/" },
        { "demonstration", "indicators/basic-2012/composite/" },
        { "demonstration", "indicators/quality-2017/teaching-area/" },
        { "demonstration", "promises/" },
        { "demonstration", "monitoring/2023/" },
        { "demonstration", "releases/2023.1/data/" },
        { "demonstration", "releases/2023.1/places/990121/how/basic-2012/junior/" },
        { "demonstration", "reports/" },
        { "demonstration", "reports/2023/990121-junheng/" },
        { "demonstration", "rectification/" },
        { "demonstration", "places/990121/rectification/" },
        { "demonstration", "surveys/s2023-990321-k/" },
        { "demonstration", "disclosure/" },
        { "demonstration", "zones/990121-1/" },
        { "demonstration", "schools/2199004003/evaluation/" },
        { "demonstration", "feedback/" },
        { "demonstration", "sources/" },
        { "demonstration", "releases/" },
        { "demonstration", "releases/2022.2/" },
        { "demonstration", "methodology/" },
        { "demonstration", "glossary/" },
        { "demonstration", "sitemap/" },
        { "demonstration", "404.html" },
        { "published", "" },
        { "published", "places/000000/" }, // the country
        { "published", "places/340827/" }, // a county of published values
        { "published", "places/150800/" }, // a city with targets
        { "published", "sources/cases-2016/" },
    };
}

namespace Portal.SampleData;

/// <summary>The findings of the three invented reports in input/demonstration/reports, as the ledger of 2023 has them.</summary>
internal static class ReportFindings
{
    /// <summary>Columns of findings.csv that the rows below fill.</summary>
    public const string Header = "finding,origin,report,place,school,matter,problem,demand,responsible,notice,issued,deadline,extended_to,planned,reported,checked,result,appeal,measure,repeat_of,evidence";

    /// <summary>Rows.</summary>
    public static IEnumerable<string> Rows() =>
    [
        "990121-2023-05,report,2023/990121-junheng,990121,3199004019,conditions,图书长期未更新，近三年新增不足 1%,补充并更新图书,石笠中学,云岭督意〔2023〕17号（演示）,2023-11-13,2024-01-31,,2023-12-05,2024-01-22,2024-01-26,done,,,,新增图书 2140 册",
        "990121-2023-06,report,2023/990121-junheng,990121,3199004010,curriculum,体育课由其他学科教师兼任，4 个班每周少开 1 节,开足体育课，配齐专任教师,禾浦中学,云岭督意〔2023〕17号（演示）,2023-11-13,2024-02-29,,2023-12-08,2024-02-27,2024-03-06,partly,,,,课时已开足，专任体育教师仍缺 1 名",
        "990121-2023-07,report,2023/990121-junheng,990121,2199004003,teachers,专任教师少于省定标准，英语课无专任教师,补足专任教师,青渡县教育局,云岭督意〔2023〕17号（演示）,2023-11-13,2024-03-31,,,,,,,,,",
        "990121-2023-08,report,2023/990121-junheng,990121,2199004001,classes,有班级超过 55 人,消除超过 55 人的班,青渡县教育局,云岭督意〔2023〕17号（演示）,2023-11-13,2024-02-29,,2023-12-11,2024-02-26,2024-03-07,not-done,,,,收到报告，核查未通过",
        "990121-2023-09,report,2023/990121-junheng,990121,,balance,初中学段图书、运动场馆校际差距逐年扩大,提出缩小差距的方案并公布,青渡县人民政府,云岭督意〔2023〕17号（演示）,2023-11-13,2024-08-31,,2024-01-10,,,,,,,",
        "990121-2024-01,report,2024/liuting-jingchang,990121,2199004003,canteen,食堂留样没有写明时间,改正留样登记,柳汀乡中心小学,青渡督意〔2024〕3号（演示）,2024-03-15,2024-04-15,,,2024-03-18,2024-03-20,done,,,,留样登记齐全",
        "990122-2023-11,report,2023/990122-banee,990122,3199002004,classes,初中起始年级班额偏大,起始年级按不超过 50 人编班,岫云县教育局,云岭督意〔2023〕9号（演示）,2023-06-12,2023-09-30,,2023-07-03,2023-09-26,2023-10-18,partly,,,,七年级已按 50 人编班，其他年级未动",
        "990122-2023-12,report,2023/990122-banee,990122,,conditions,县城新建初中的立项没有写明完工日期,公布进度和分流办法,岫云县人民政府,云岭督意〔2023〕9号（演示）,2023-06-12,2023-08-31,2023-12-31,2023-07-10,2023-12-20,2024-01-15,done,,,,进度和分流办法已公布",
    ];
}
